import type { ImageFault } from './protocol.ts'

/** Thrown inside the thread only, where it becomes the answer. */
export class ImageError extends Error {
  readonly fault: ImageFault
  constructor(fault: ImageFault) {
    super(fault)
    this.fault = fault
  }
}
