export { contentDir, dataDir, outDir } from '#reader/folders.ts';
