/** Small frequent words that tell the language of a page. */
export const ENGLISH_WORDS = new Set(
  'the of and to your you for is not this that with we have be are or our from on in was by'.split(' '),
)
export const SPANISH_WORDS = new Set(
  'el la los las de del que y su sus usted para por con no se una un en es esta este al lo como o ha'.split(' '),
)
