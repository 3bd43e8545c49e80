export type { Credentials, Served, ServeOptions } from './options.ts';
export { describeApi } from './openapi.ts';
export { serve } from './serve.ts';
export { tlsDoor, type Pem, type TlsDoor } from './tls.ts';
