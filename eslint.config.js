import js from "@eslint/js";
import globals from "globals";
import tseslint from "typescript-eslint";

// Page content must never be parsed as HTML by the document that shows it; the serialiser's allowlist and DOM nodes are the only ways.
const htmlSinks = ["innerHTML", "outerHTML"].map((name) => ({
  selector: `AssignmentExpression > MemberExpression.left[property.name="${name}"]`,
  message: `Build nodes instead of assigning ${name}.`,
}));
const htmlCalls = ["insertAdjacentHTML", "write", "writeln"].map((name) => ({
  selector:
    name === "insertAdjacentHTML"
      ? `CallExpression[callee.property.name="${name}"]`
      : `CallExpression[callee.object.name="document"][callee.property.name="${name}"]`,
  message: `Build nodes instead of calling ${name}.`,
}));

export default tseslint.config(
  {
    ignores: [
      "**/dist/",
      "**/.output/",
      "**/.wxt/",
      "target/",
      "npm/wasm/",
      "test-results/",
      "www/samples/",
      "www/public/",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers and booleans in template strings read well and cannot surprise.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  { files: ["**/*.{js,mjs,ts}"], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  // Functions that tests and benches run inside the extension.
  { files: ["tests/browser/**", "tests/bench/**"], languageOptions: { globals: globals.webextensions } },
  { rules: { eqeqeq: "error", "no-restricted-syntax": ["error", ...htmlSinks, ...htmlCalls] } },
);
