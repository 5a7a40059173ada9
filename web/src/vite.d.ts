// What the bundler gives for imports that are no TypeScript.

declare module "*.css" {}

declare module "*?worker&inline" {
  const EngineWorker: new () => Worker;
  export default EngineWorker;
}

declare module "*?raw" {
  const text: string;
  export default text;
}

/** The versions of the program and of its rules. */
declare const __VERSION__: string;
