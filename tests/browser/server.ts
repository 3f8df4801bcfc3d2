import { serveSite } from '../../scripts/serve.ts';
import { outDir } from '../../scripts/paths.ts';

await serveSite(outDir, Number(process.argv[2]));
