/** What belongs to persons and never enters a draft: numbers, addresses of mail, and names where a text calls somebody by one. */
const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧计伏成戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲家封储靳段富焦巴牧山谷车侯宓蓬全班仰秋仲伊宫宁仇栾甘祖武符刘景詹束龙叶幸司韶黎薄印白蒲台从鄂索赖卓屠蒙池乔阴胥苍闻党翟谭贡姬申冉宰桑尚温庄晏柴瞿阎慕连茹习艾鱼容向古易廖步都耿满弘国文寇广东欧沃利师巩聂关荆游权盖益桓公';
const roles =
  '书记|镇长|乡长|村长|主任|副主任|局长|所长|站长|经理|董事长|理事长|会长|社长|队长|负责人|带头人|老板|村民|农民|居民|牧民|渔民|养殖户|种植户|农户|社员|户主|店主|教师|老师|校长|医生|老人|大爷|大娘|大妈|大叔|大姐|师傅|联系人|填表人|法人|记者|通讯员|摄影';
const name = `[${surnames}][一-鿿]{1,2}`;

const kinds: readonly [what: string, pattern: RegExp, instead: string][] = [
  ['身份证号', /(?<!\d)\d{17}[\dXx](?!\d)/g, '〔身份证号已删〕'],
  ['电话', /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, '〔电话已删〕'],
  ['电话', /(?<!\d)0\d{2,3}[-— ]?\d{7,8}(?!\d)/g, '〔电话已删〕'],
  ['电话', /(?<=(?:电话|手机|联系方式|微信)[号码]*[：:\s]*)\d[\d -]{5,}\d/g, '〔电话已删〕'],
  ['邮箱', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '〔邮箱已删〕'],
  ['姓名', new RegExp(`(?<=(?:${roles})[：:]?\\s*)${name}(?=[说讲介表告，。；、：（(\\s]|$)`, 'g'), '〔姓名已删〕'],
  ['姓名', new RegExp(`${name}(?=(?:${roles})(?:说|介绍|表示|告诉|讲))`, 'g'), '〔姓名已删〕'],
  [
    '姓名',
    new RegExp(`(?<=^|[，。；、：！？\\s「“])${name}(?=(?:说|介绍说|表示|告诉记者|笑着说|高兴地说))`, 'g'),
    '〔姓名已删〕',
  ],
];

/** The text without them, and which kinds were taken out. */
export function withoutPersonal(text: string): { text: string; removed: string[] } {
  const removed: string[] = [];
  let rest = text;
  for (const [what, pattern, instead] of kinds) {
    rest = rest.replaceAll(pattern, () => {
      removed.push(what);
      return instead;
    });
  }
  return { text: rest, removed: [...new Set(removed)] };
}
