import type { Colouring, ReaderPowers } from "dehusk/reader";
import { fromBase64 } from "../base64";
import { COLOURING } from "../colouring";
import { memoryOf } from "../memory";
import { send } from "../send";

/** What the extension lends to the reader. */
export function readerPowers(): ReaderPowers {
  const memory = memoryOf(location.href);
  return {
    ...(memory === undefined ? {} : { memory }),
    async font(font) {
      const files = await send({ type: "font", font });
      return files.map(({ weight, base64 }) => ({ weight, bytes: fromBase64(base64) }));
    },
    async colouring() {
      // The script is run beside this one only now: most articles have no code.
      await send({ type: "colouring" });
      const colouring: unknown = Reflect.get(globalThis, COLOURING);
      if (typeof colouring !== "function") throw new Error("The colours of code did not arrive.");
      return colouring as Colouring;
    },
  };
}
