/** Where the script that colours code leaves its function, in the extension's own world. */
export const COLOURING = Symbol.for("dehusk.colouring");
