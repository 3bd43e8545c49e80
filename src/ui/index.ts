export * from './client/index.ts';
export * from './words/index.ts';
export * from './rules/index.ts';
export * from './time/index.ts';
export * from './live/index.ts';
export * from './parts/index.ts';
export * from './form/index.ts';
