import { loadContent } from '#reader/load.ts';
import { createCatalog } from '#domain/catalog.ts';
import { searchFiles, readings } from '#outputs/search-index.ts';
import { createFinder } from '#domain/search/finder.ts';
const {content}=loadContent(process.env.CONTENT_DIR??'src/content','src/data',{now:'9999-12-31 23:59',usedElsewhere:new Set()});
const catalog=createCatalog(content);
const opt=process.env.SHARDS?{wordsLimit:0}:{};
const {files}=(searchFiles as any)(catalog,[{id:'places',title:'镇村',about:''},{id:'permit',title:'居住证',about:''}],opt);
const f=createFinder(async x=>{const t=files.get(x);if(t===undefined)throw new Error(x);return t});
let n=0,bad=0;const seen=new Map<string,string>();
for(const p of catalog.places){const t=p.data.title,r=readings(t);const sh=t.replace(/[县市镇乡村]$|街道$/u,'');
 const qs=new Map<string,string>([[t,'title'],[p.data.officialName,'official'],[r.join(''),'pinyin'],[r.join(' '),'pinyin sp'],[readings(sh).join(''),'pinyin short'],[r.map(x=>x[0]).join(''),'initials'],[readings(sh).map(x=>x[0]).join(''),'initials short'],[p.data.pinyin,'pinyin field']]);
 if(sh.length>1)qs.set(sh,'short');for(const a of p.data.aliases)qs.set(a,'alias');
 // homophone typos: replace each char by another with the same sound
 for(const [q,k] of qs){if(!q)continue;n++;const res=await f.search(q);const c=await f.cards(res.hits.slice(0,3).map(h=>h.entry));if(c[0]?.id!==p.id){bad++;console.log(k,q,'want',p.id,'got',c.map(x=>x.kind+':'+x.id).join(' '))}}}
console.log(n,'bad',bad);
import { readSounds, foldSound, commonCharacters } from '#domain/search/sounds.ts';
const S=readSounds(JSON.parse(files.get('index.json')!).sounds);const bys=new Map<string,string[]>();
for(const c of commonCharacters()){const s=S.of(c);if(!s)continue;const k=foldSound(s);(bys.get(k)??bys.set(k,[]).get(k)!).push(c)}
let m=0,b2=0;let seed=7;const rnd=()=>(seed=(seed*1103515245+12345)%2147483648)/2147483648;
const kinds:any={};
for(const p of catalog.places){const t=p.data.title.length>6?'长吉示范区':p.data.title;const cs=[...t];const qs:[string,string][]=[];
 cs.forEach((c,i)=>{const hs=(bys.get(foldSound(readings(t)[i]!))??[]).filter(x=>x!==c);for(let k=0;k<3&&hs.length;k++){const h=hs[Math.floor(rnd()*hs.length)]!;qs.push([cs.map((x,j)=>j===i?h:x).join(''),'homophone'])}
  if(cs.length>2){qs.push([cs.filter((_,j)=>j!==i).join(''),'deletion']);if(i+1<cs.length){const y=[...cs];[y[i],y[i+1]]=[y[i+1]!,y[i]!];qs.push([y.join(''),'transposition'])}
   qs.push([cs.map((x,j)=>j===i?'囧':x).join(''),'substitution'])}});
 const py=readings(t).join('');for(let i=1;i<py.length;i++)if(i%3==1){qs.push([py.slice(0,i)+py.slice(i+1),'py deletion']);const y=[...py];[y[i-1],y[i]]=[y[i]!,y[i-1]!];qs.push([y.join(''),'py transposition'])}
 for(const [q,k] of qs){kinds[k]??=[0,0];kinds[k][0]++;const res=await f.search(q);const c=await f.cards(res.hits.slice(0,3).map(h=>h.entry));if(c[0]?.id!==p.id){kinds[k][1]++;if(process.env.V===k)console.log(k,q,'want',p.id,'got',c.map(x=>x.kind+':'+x.id).join(' '))}}}
console.log(kinds);

