export type { Credentials, Served, ServeOptions } from './options.ts';
export { describeApi } from './openapi.ts';
export { serve } from './serve.ts';
