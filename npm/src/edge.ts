/**
 * The page's half of Dehusk, without any wasm: reads a live page into columns and carries out a plan.
 * The other half is `dehusk/engine`, in a worker or a service worker.
 *
 * @module
 */
export { apply, type Judge, type Judged } from "./apply.js";
export { buffersOf, capture, type Capture, type CaptureOptions, type Columns } from "./capture.js";
export { markListed } from "./capture/listed.js";
export { fragment } from "./fragment.js";
export { allowedAttribute, elementKind } from "./fragment/allowed.js";
export { DehuskError, type DehuskErrorCode } from "./error.js";
export type * from "./types.js";
