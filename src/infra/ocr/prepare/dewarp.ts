import type { Gray } from '../../images/gray.ts'
import { openCv } from './opencv.ts'
import { type Point, pageQuad } from './pageQuad.ts'

/** The sheet of a photograph seen straight from above; the picture itself where no sheet stands out. */
export async function dewarp(gray: Gray): Promise<{ readonly gray: Gray; readonly warped: boolean }> {
  const cv = await openCv()
  const from = new cv.Mat(gray.height, gray.width, cv.CV_8UC1)
  try {
    from.data.set(gray.data)
    const quad = pageQuad(cv, from)
    if (!quad) return { gray, warped: false }
    const [a, b, c, d] = quad
    const width = Math.round(Math.max(distance(a, b), distance(d, c)))
    const height = Math.round(Math.max(distance(a, d), distance(b, c)))
    const corners = cv.matFromArray(4, 1, cv.CV_32FC2, quad.flat())
    const straight = cv.matFromArray(4, 1, cv.CV_32FC2, [0, 0, width, 0, width, height, 0, height])
    const transform = cv.getPerspectiveTransform(corners, straight)
    const to = new cv.Mat()
    cv.warpPerspective(from, to, transform, new cv.Size(width, height), cv.INTER_CUBIC, cv.BORDER_REPLICATE)
    const warped = { data: new Uint8Array(to.data), width, height }
    for (const mat of [corners, straight, transform, to]) mat.delete()
    return { gray: warped, warped: true }
  } finally {
    from.delete()
  }
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])
