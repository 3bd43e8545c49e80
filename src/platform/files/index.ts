export { fileStore, type FileStore } from './store.ts';
