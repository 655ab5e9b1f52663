import { type Outcome } from '../../base/outcome.ts';
/** How many pages a PDF has; what can not be opened is a problem. */
export declare function pageCount(pdf: Uint8Array): Promise<Outcome<number>>;
