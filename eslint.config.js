import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build/", "node_modules/", ".data/"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/only-throw-error": ["error", { allow: [{ from: "lib", name: "Response" }] }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  { files: ["app/**/*.tsx"], plugins: { "react-hooks": reactHooks }, rules: { "react-hooks/rules-of-hooks": "error" } },
  // Remix infers the types of a page from its loader and action.
  { files: ["app/root.tsx", "app/routes/*.tsx"], rules: { "@typescript-eslint/explicit-module-boundary-types": "off" } },
  // XState declares the types of a machine by an empty object with a type; this is its documented form.
  { files: ["machines/*.ts", "tests/wizard/*.ts"], rules: { "@typescript-eslint/consistent-type-assertions": "off" } },
  { files: ["scripts/**", "tests/**"], rules: { "no-console": "off" } },
  { files: ["**/*.js", "**/*.cjs", "**/*.mjs"], extends: [tseslint.configs.disableTypeChecked] },
);
