/** As much of OpenCV as is used. Every Mat lies in its own memory and must be deleted. */
export interface Mat {
  readonly rows: number
  readonly cols: number
  readonly data: Uint8Array
  readonly data32S: Int32Array
  delete(): void
}

interface MatVector {
  size(): number
  get(index: number): Mat
  delete(): void
}

export interface OpenCv {
  readonly Mat: {
    new (): Mat
    new (rows: number, cols: number, type: number): Mat
    ones(rows: number, cols: number, type: number): Mat
  }
  readonly MatVector: new () => MatVector
  readonly Size: new (width: number, height: number) => object
  readonly CV_8UC1: number
  readonly CV_8U: number
  readonly CV_32FC2: number
  readonly INTER_AREA: number
  readonly INTER_CUBIC: number
  readonly BORDER_REPLICATE: number
  readonly THRESH_BINARY: number
  readonly THRESH_OTSU: number
  readonly MORPH_CLOSE: number
  readonly RETR_EXTERNAL: number
  readonly CHAIN_APPROX_SIMPLE: number
  resize(from: Mat, to: Mat, size: object, fx: number, fy: number, how: number): void
  GaussianBlur(from: Mat, to: Mat, size: object, sigma: number): void
  threshold(from: Mat, to: Mat, level: number, most: number, how: number): void
  morphologyEx(from: Mat, to: Mat, what: number, kernel: Mat): void
  findContours(from: Mat, contours: MatVector, hierarchy: Mat, mode: number, method: number): void
  contourArea(contour: Mat): number
  convexHull(contour: Mat, hull: Mat): void
  arcLength(contour: Mat, closed: boolean): number
  approxPolyDP(contour: Mat, to: Mat, tolerance: number, closed: boolean): void
  matFromArray(rows: number, cols: number, type: number, values: readonly number[]): Mat
  getPerspectiveTransform(from: Mat, to: Mat): Mat
  warpPerspective(from: Mat, to: Mat, by: Mat, size: object, how: number, border: number): void
}

type Loaded = OpenCv & { onRuntimeInitialized?: () => void }

let loading: Promise<OpenCv> | null = null

/** OpenCV, loaded once: about a third of a second and 60 MB. */
export function openCv(): Promise<OpenCv> {
  loading ??= load()
  return loading
}

async function load(): Promise<OpenCv> {
  const imported = (await import('@techstark/opencv-js')) as unknown as { readonly default?: Loaded | Promise<Loaded> }
  const cv = await (imported.default ?? (imported as unknown as Loaded))
  if (!cv.Mat) await new Promise<void>((ready) => Object.assign(cv, { onRuntimeInitialized: ready }))
  return cv
}
