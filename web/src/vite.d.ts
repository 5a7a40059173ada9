// What the bundler gives for imports that are no TypeScript.

declare module "*.css" {}

declare module "*?worker&inline" {
  const EngineWorker: new () => Worker;
  export default EngineWorker;
}
