import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { loadContent } from '#reader/load.ts';
import { createCatalog } from '#domain/catalog.ts';
import { searchFiles } from '#outputs/search-index.ts';
import { createFinder } from '#domain/search/finder.ts';
import { createUrls } from '#domain/urls.ts';
const pages=[['policies','政策导读','逐条讲文件说了什么'],['places','镇村','文件点到的县、镇、乡、村和街道'],['cases','案例','见诸报道的做法和数字'],['permit','居住证查询','外来务工的人能用什么服务、怎么办居住证'],['document','条款','文件的条款和要点'],['data','数据','可以下载的表格和出处'],['targets','目标和结果','文件的目标和查到的结果'],['sources','出处','全部出处'],['glossary','名词解释','难词用平常话说'],['about','关于本站','本站是什么'],['accessibility','无障碍声明','']].map(([id,title,about])=>({id,title,about})) as any;
const {content,errors}=loadContent(process.env.CONTENT_DIR??'src/content','src/data',{now:'9999-12-31 23:59',usedElsewhere:new Set()});
if(errors.length) console.log('errors',errors.length);
const catalog=createCatalog(content);
const t0=performance.now();
const {files}=searchFiles(catalog,pages);
console.log('build ms',Math.round(performance.now()-t0));
let tot=0;const br=new Map<string,number>();for(const [k,v] of files){const b=brotliCompressSync(Buffer.from(v)).length;br.set(k,b);tot+=b}
console.log('files',files.size,'total br',tot,'manifest',br.get('index.json'),'trad',br.get('traditional.txt'),'shards',[...br].filter(([k])=>k[0]==='k').map(([,b])=>b).join(' '));
console.log('cards',[...br].filter(([k])=>/^c\d/.test(k)).reduce((s,[,b])=>s+b,0));
const urls=createUrls('/');
const addr=(c:any)=>({policy:urls.policy,place:urls.place,cluster:urls.cluster,case:urls.case,page:(i:any)=>urls.fixed(i),clause:urls.clause,term:urls.term} as any)[c.kind](c.id);
const show=process.argv.includes('--list');
const debug=process.argv.indexOf('-q');
async function ask(q:string,n=6){let bytes=new Set<string>();const f=createFinder(async(x)=>{bytes.add(x);const t=files.get(x);if(t===undefined)throw new Error(x);return t});
 const r=await f.search(q);const cards=await f.cards(r.hits.slice(0,n).map(h=>h.entry));
 const b=[...bytes].reduce((s,x)=>s+(br.get(x)??0),0);
 return {r,cards,paths:cards.map(c=>addr(c).replace(/#.*/,'')),b,f};}
if(debug>0){for(const q of process.argv.slice(debug+1)){const {r,cards,b,f}=await ask(q,8);console.log('##',q,'imp',r.query.importance.map(x=>x.toFixed(1)).join(' '),b,'named',r.named,r.absent??'');
 const near=await f.cards(r.near.map(h=>h.entry));
 cards.forEach((c,i)=>console.log(' ',r.hits[i].score.toFixed(2),r.hits[i].coverage.toFixed(2),c.kind,c.id));near.forEach((c,i)=>console.log('  ~',r.near[i].score.toFixed(2),r.near[i].coverage.toFixed(2),c.kind,c.id));}process.exit()}
for(const file of process.argv.slice(2).filter(a=>a.endsWith('.json'))){
 const qs=JSON.parse(readFileSync(file,'utf8'));let one=0,five=0,n=0,none=0,ok=0,ms=0,by=0,mx=0;const bad:any[]=[];
 const finder=createFinder(async(x)=>{const t=files.get(x);if(t===undefined)throw new Error(x);return t});
 for(const q of qs){const {r,paths,b}=await ask(q.q,10);by+=b;mx=Math.max(mx,b);await finder.search(q.q);const t=performance.now();await finder.search(q.q);ms=Math.max(ms,performance.now()-t);
  if(!q.expect.length){none++;if(paths.length===0)ok++;else bad.push([q.q,q.kind,'NOT EMPTY',paths.slice(0,2),r.hits[0].score.toFixed(2),r.hits[0].coverage.toFixed(2)]);continue}
  n++;const a=q.expect.includes(paths[0]);const c=paths.slice(0,5).some((p:string)=>q.expect.includes(p));one+=+a;five+=+c;if(!a)bad.push([q.q,q.kind,c?'in5':paths.length?'miss':'EMPTY',paths.slice(0,4),q.expect.slice(0,2),r.hits[0]?.score.toFixed(2)])}
 console.log(file,`@1 ${(100*one/n).toFixed(1)} @5 ${(100*five/n).toFixed(1)} empties ${ok}/${none} n=${qs.length} max ms ${ms.toFixed(1)} mean bytes ${Math.round(by/qs.length)} max ${mx}`);
 if(show)for(const b of bad)console.log('  ',JSON.stringify(b));
}
