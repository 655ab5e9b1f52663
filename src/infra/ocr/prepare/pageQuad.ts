import type { Mat, OpenCv } from './opencv.ts'

export type Point = readonly [x: number, y: number]
/** Corners from the top left, clockwise. */
export type Quad = readonly [Point, Point, Point, Point]

/** A sheet takes at least a quarter of its photograph; a quad of nearly all of it is a scan's own edge. */
const LEAST_SHARE = 0.25
const MOST_SHARE = 0.985
const WORKING_SIDE = 700
/** Tolerances, as shares of the outline's length, at which it is tried to be seen as four sides. */
const TOLERANCES = [0.02, 0.03, 0.05]

/** The sheet of paper in a photograph, by its lightness; null where no four-sided sheet stands out. */
export function pageQuad(cv: OpenCv, gray: Mat): Quad | null {
  const scale = WORKING_SIDE / Math.max(gray.cols, gray.rows)
  const small = new cv.Mat()
  const light = new cv.Mat()
  const kernel = cv.Mat.ones(15, 15, cv.CV_8U)
  const contours = new cv.MatVector()
  const hierarchy = new cv.Mat()
  try {
    const size = new cv.Size(Math.round(gray.cols * scale), Math.round(gray.rows * scale))
    cv.resize(gray, small, size, 0, 0, cv.INTER_AREA)
    cv.GaussianBlur(small, small, new cv.Size(7, 7), 0)
    cv.threshold(small, light, 0, 255, cv.THRESH_BINARY + cv.THRESH_OTSU)
    // Lines of print must not cut the sheet in pieces.
    cv.morphologyEx(light, light, cv.MORPH_CLOSE, kernel)
    cv.findContours(light, contours, hierarchy, cv.RETR_EXTERNAL, cv.CHAIN_APPROX_SIMPLE)
    let quad: Quad | null = null
    let area = 0
    for (let i = 0; i < contours.size(); i++) {
      const contour = contours.get(i)
      const here = cv.contourArea(contour)
      const found = here > area ? fourSides(cv, contour, scale) : null
      if (found) {
        quad = found
        area = here
      }
      contour.delete()
    }
    const share = area / (small.rows * small.cols)
    return share > LEAST_SHARE && share < MOST_SHARE ? quad : null
  } finally {
    for (const mat of [small, light, kernel, contours, hierarchy]) mat.delete()
  }
}

function fourSides(cv: OpenCv, contour: Mat, scale: number): Quad | null {
  const hull = new cv.Mat()
  const sides = new cv.Mat()
  try {
    cv.convexHull(contour, hull)
    const length = cv.arcLength(hull, true)
    for (const tolerance of TOLERANCES) {
      cv.approxPolyDP(hull, sides, tolerance * length, true)
      if (sides.rows !== 4) continue
      const at = (i: number) => (sides.data32S[i] ?? 0) / scale
      return fromTopLeft([0, 1, 2, 3].map((i) => [at(2 * i), at(2 * i + 1)]))
    }
    return null
  } finally {
    hull.delete()
    sides.delete()
  }
}

/** Top left has the least sum of coordinates, bottom right the most; the other two by their difference. */
function fromTopLeft(points: readonly Point[]): Quad {
  const bySum = [...points].sort((a, b) => a[0] + a[1] - b[0] - b[1])
  const [topLeft, , , bottomRight] = bySum as unknown as Quad
  const [topRight, bottomLeft] = bySum.slice(1, 3).sort((a, b) => a[1] - a[0] - (b[1] - b[0])) as unknown as Quad
  return [topLeft, topRight, bottomRight, bottomLeft]
}
