import type { Colouring } from "dehusk/reader";
import highlighter from "highlight.js/lib/core";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { CodeRuns } from "../code-runs";
import { COLOURING } from "../colouring";
import { GRAMMARS } from "../grammars";

/** Guesses below this are worse than no colours: prose and output match anything a little (highlight.js' own measure). */
const LEAST_RELEVANCE = 8;

// Runs when an article with code in it is read, and leaves its function for the reader.
export default defineUnlistedScript(() => {
  const highlight = highlighter.newInstance();
  highlight.configure({ __emitter: CodeRuns });
  for (const [name, grammar] of Object.entries(GRAMMARS)) highlight.registerLanguage(name, grammar);
  const colouring: Colouring = (code, language) => {
    const known = language === null || highlight.getLanguage(language) !== undefined;
    if (!known) return null;
    const found = language === null ? highlight.highlightAuto(code) : highlight.highlight(code, { language });
    if (language === null && found.relevance < LEAST_RELEVANCE) return null;
    return found._emitter instanceof CodeRuns ? found._emitter.runs : null;
  };
  Reflect.set(globalThis, COLOURING, colouring);
});
