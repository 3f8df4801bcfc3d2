import { brotliCompressSync } from 'node:zlib';
import { loadContent } from '#reader/load.ts';
import { createCatalog } from '#domain/catalog.ts';
import { searchEntries } from '#outputs/search-entries.ts';
const {content}=loadContent('/tmp/stub','src/data',{now:'9999-12-31 23:59',usedElsewhere:new Set()});
const e=searchEntries(createCatalog(content),[]);
for(const skip of [[],['gist']]){const s=e.map(x=>{const f:any={};for(const p of x.phrases)if(!skip.includes(p.field))(f[p.field+(p.rank??'')]??=new Set()).add(p.text);return Object.entries(f).map(([k,v]:any)=>k+':'+[...v].join('|')).join('\t')}).join('\n');console.log(skip,s.length,brotliCompressSync(Buffer.from(s)).length)}
