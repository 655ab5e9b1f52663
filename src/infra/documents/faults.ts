import { fail, type Outcome } from '../../base/outcome.ts'
import { type Problem, type ProblemCode, problem } from '../../base/problem.ts'
import type { PagedKind } from '../images/kinds.ts'
import type { ImageFault } from '../images/protocol.ts'
import type { PdfFault } from './pdf/protocol.ts'

type Say = readonly [code: ProblemCode, say: string, fix: string]

const TYPED_TEXT =
  'For now only text is read: ask for the letter as a PDF from the plan’s portal, or type its words into a text file.'

/** What is said about a file that can't be read, by what is wrong with it. */
const FAULTS = {
  empty: ['file-empty', 'The file is empty (0 bytes).', 'Save or download it again and check that it opens.'],
  blank: ['file-no-text', 'The file holds no words, only blanks.', 'Check that it is the right file and save it again.'],
  encrypted: [
    'file-encrypted',
    'The PDF is locked with a password.',
    'Open it with the password, print it to a new PDF, and give that one.',
  ],
  unreadable: ['file-unreadable', 'The PDF is damaged or cut off.', 'Download it again, or open it and print it to a new PDF.'],
  'too-large': [
    'file-too-large',
    'The PDF needs more memory or time than a letter or record ever does.',
    'Print the pages that matter to a new PDF and give that one.',
  ],
  huge: [
    'file-too-large',
    'The file is larger than can be read.',
    'Give only the pages that matter (up to 100 MB for PDF, 20 MB for other files).',
  ],
  scan: ['file-no-text', 'The PDF holds pictures of pages, not text.', TYPED_TEXT],
  picture: ['file-unsupported', 'The file is a picture, not a document.', TYPED_TEXT],
  'picture-damaged': ['file-unreadable', 'The picture is damaged or cut off.', 'Take it anew, or send the file again.'],
  'picture-large': [
    'file-too-large',
    'The picture needs more memory or time than a page ever does.',
    'Photograph each page by itself at the usual size (up to 60 million pixels).',
  ],
  illegible: [
    'file-no-text',
    'No words could be read in the picture.',
    'Lay the page flat in good light, photograph it from straight above so that it fills the picture, and send that.',
  ],
  unrecognised: [
    'file-too-large',
    'Reading the picture took longer than a page ever does.',
    'Send the pages one by one, or ask for the letter as a PDF from the plan’s portal.',
  ],
  'no-picture': [
    'file-unsupported',
    'The file has no pages that can be shown.',
    'Give a PDF, or a JPEG, PNG, WebP, TIFF, GIF or HEIC picture.',
  ],
  drawing: ['file-unsupported', 'The file is a vector drawing (SVG).', 'Save it as PDF or PNG and give that.'],
  docx: [
    'file-unreadable',
    'The Word document is damaged.',
    'Open it in Word or LibreOffice and save it again, or save it as PDF.',
  ],
  'old-word': ['file-unsupported', 'The file is in an old Word format.', 'Open it and save it as .docx or PDF.'],
  rtf: ['file-unsupported', 'The file is in Rich Text Format.', 'Open it in a word processor and save it as .docx or PDF.'],
  archive: [
    'file-unsupported',
    'The file is an archive or an office file other than Word.',
    'Unpack it and give the PDF, DOCX, HTML or text files in it.',
  ],
  unknown: ['file-unsupported', 'The file is of a kind that holds no readable text.', 'Give a PDF, DOCX, HTML or text file.'],
} as const satisfies Record<PdfFault | string, Say>

export type Fault = keyof typeof FAULTS

export const faultOf = (fault: Fault, name: string): Problem => {
  const [code, say, fix] = FAULTS[fault]
  return problem(code, name, say, fix)
}

export const fault = <T>(kind: Fault, name: string): Outcome<T> => fail(faultOf(kind, name))

const OF_IMAGES = {
  unreadable: 'picture-damaged',
  encrypted: 'encrypted',
  'too-large': 'picture-large',
} as const satisfies Record<ImageFault, Fault>

/** What is said of a page that could not be shown or prepared; null kind: the file has no pages to show. */
export const faultOfImage = <T>(of: ImageFault, name: string, kind: PagedKind | null): Outcome<T> =>
  fault(kind === null ? (of === 'too-large' ? 'huge' : 'no-picture') : kind === 'pdf' ? of : OF_IMAGES[of], name)
