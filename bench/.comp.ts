import { brotliCompressSync } from 'node:zlib';
import { loadContent } from '#reader/load.ts';
import { createCatalog } from '#domain/catalog.ts';
import { searchEntries } from '#outputs/search-entries.ts';
import { searchFiles } from '#outputs/search-index.ts';
import { readShard, writeShard, readPostings } from '#domain/search/files.ts';
const {content}=loadContent('/tmp/stub','src/data',{now:'9999-12-31 23:59',usedElsewhere:new Set()});
const catalog=createCatalog(content);
const e=searchEntries(catalog,[]);
const byf:any={};for(const x of e)for(const p of x.phrases){const k=x.card.kind+' '+p.field;byf[k]??=[0,0];byf[k][0]++;byf[k][1]+=p.text.length}
console.log(byf);
const {files}=searchFiles(catalog,[]);
const all=new Map<string,string>();for(const [k,v] of files)if(k[0]==='k')for(const [a,b] of readShard(v))all.set(a,b);
const types:any={pair:/^[^=~@-]/,whole:/^=/,sound:/^~[^=]/,swhole:/^~=/,init:/^@/,single:/^-/};
const total=brotliCompressSync(Buffer.from(writeShard(new Map([...all].map(([k,l])=>[k,readPostings(l)]))))).length;
console.log('one file',total,all.size);
for(const [t,re] of Object.entries(types)){const m=new Map([...all].filter(([k])=>(re as RegExp).test(k)).map(([k,l])=>[k,readPostings(l)] as any));const s=writeShard(m as any);let p=0,low=0;for(const [,l] of m as any){p+=l.length;if(l.every((x:any)=>x[1]<5))low++}
console.log(t,m.size,'postings',p,'keys low only',low,'br',brotliCompressSync(Buffer.from(s)).length);}
