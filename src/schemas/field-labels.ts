import { permitConfidences, permitRoles, scopeKinds } from './permit.ts';
import { roleFamilies } from './city.ts';
import { confidences, sourceCopies, sourceKinds } from './vocabulary.ts';

/** What a field may point at; forms offer it by name. */
export type ReferenceKind =
  | 'sources'
  | 'places'
  | 'policies'
  | 'cases'
  | 'clauses'
  | 'roles'
  | 'counties'
  | 'levels'
  | 'units'
  | 'address'
  | 'fact'
  | 'needs'
  | 'questions'
  | 'entitlements'
  | 'rules'
  | 'steps'
  | 'hotlines'
  | 'docs';

export interface FieldLabel {
  label: string;
  /** One sentence below the label; CONTRIBUTING.md says more where it names the field. */
  help?: string;
  refersTo?: ReferenceKind;
  options?: Readonly<Record<string, { label: string }>>;
  /** Several sentences: a larger box. */
  long?: true;
}

/**
 * What the fields of the schemas are called for those who fill them in (栏目名). The key is the last part of a field's path
 * with as much before it as tells it from others of that name: `cases.results.note` before `results.note` before `note`.
 */
export const fieldLabels: Readonly<Record<string, FieldLabel>> = {
  title: { label: '标题' },
  summary: { label: '一段话说完', help: '两三句，可以单独引用；写明据谁报道。', long: true },
  asks: { label: '大家会怎么问', help: '一行一句，用平常话；搜索用。' },
  aliases: { label: '别名', help: '一行一个：别名、旧名、常见的错别字。' },
  clauses: { label: '条款', refersTo: 'clauses' },
  clause: { label: '条款', refersTo: 'clauses' },
  sources: { label: '出处', refersTo: 'sources' },
  source: { label: '出处', refersTo: 'sources' },
  note: { label: '说明' },
  id: { label: '编号', help: '小写字母、数字和连字符。' },
  label: { label: '名称' },
  value: { label: '数值或一句话', help: '数字只写数，单位写在单位里。' },
  unit: { label: '单位', help: '照出处写：万亩、亩、户。' },
  asOf: { label: '哪一年（月、日）的', help: '写成 2023、2023-09 或 2023-09-13；出处没有写的不填。' },
  alsoIn: { label: '还有哪些出处这样说', refersTo: 'sources' },
  confidence: { label: '可信度', options: { ...permitConfidences, ...confidences } },
  facts: { label: '事实', help: '正文里要用的数字和事情，一条一个。' },
  published: { label: '首次发布' },
  updated: { label: '最后更新' },
  changes: { label: '更新说明' },
  text: { label: '文字', long: true },

  'policies.short': { label: '简称', help: '最多十二个字，用在菜单里。' },
  'policies.notice': {
    label: '公告栏上的一段话',
    help: '能单独贴出来，最多二百字：说什么、给谁、谁说的。',
    long: true,
  },
  'policies.radio': { label: '广播稿', help: '最多三百字；数字写成念的样子，出处用话说。', long: true },
  'policies.replaced': { label: '后来被别的规定代替的说法' },
  'replaced.before': { label: '文件原来怎么说' },
  'replaced.now': { label: '现在怎么规定' },
  'replaced.basis': { label: '依据' },
  'replaced.basis.source': { label: '依据的法规', refersTo: 'sources' },
  'replaced.basis.article': { label: '第几条' },
  'replaced.since': { label: '从哪天起' },
  'policies.questions': { label: '常见问题', help: '用老百姓的原话问；答案要有条款或出处。' },
  'questions.q': { label: '问' },
  'questions.a': { label: '答', long: true },

  'places.title': { label: '名称', help: '文件里的写法。' },
  'places.officialName': { label: '正式名称' },
  'places.pinyin': { label: '拼音', help: '带声调，例如 Wūlājiē Mǎnzú Zhèn。' },
  'places.level': { label: '层级', refersTo: 'levels' },
  'places.county': { label: '县、市、区', refersTo: 'counties' },
  'places.code': { label: '区划代码', help: '6、9 或 12 位数字。' },
  'places.latitude': { label: '北纬（度）' },
  'places.longitude': { label: '东经（度）' },
  'places.positionSource': { label: '坐标的出处', refersTo: 'sources' },
  'places.precisionKm': { label: '坐标可能差几公里' },
  'places.distanceKm': { label: '离市中心几公里', help: '按坐标算的直线。' },
  'places.roles': { label: '在文件里是什么', help: '一个角色一条，写明哪一条款说的。' },
  'roles.role': { label: '角色', refersTo: 'roles' },
  'roles.also': { label: '另外哪些条款也这么说', refersTo: 'clauses' },
  'roles.basis': {
    label: '条款有没有点名',
    options: { named: { label: '点了名' }, implied: { label: '没有点名，说的是一类地方' } },
  },
  'places.caveat': { label: '有疑问、要说明的地方' },
  'places.sources': { label: '名称、代码、层级的出处', refersTo: 'sources' },
  'places.photo': { label: '照片' },
  'photo.file': { label: '照片文件', help: '用下面的「放一张照片」；文件和这一篇放在同一个文件夹。' },
  'photo.alt': { label: '照片里看得见什么' },
  'photo.author': { label: '拍照的人' },
  'photo.date': { label: '哪天拍的', help: '写成 2026、2026-05 或 2026-05-13。' },
  'photo.licence': { label: '许可', help: '例如：作者同意本站使用。' },

  'clusters.role': { label: '角色', refersTo: 'roles', help: '有这个角色的地方就是它的成员。' },

  'cases.date': { label: '最早报道的日期', help: '写成 2024、2024-05 或 2024-05-13；报道没有日期不填。' },
  'cases.firstReported': { label: '最早报道的出处', refersTo: 'sources' },
  'cases.places': { label: '在哪些地方', refersTo: 'places' },
  'cases.themes': { label: '主题', help: '和哪几篇政策导读有关。', refersTo: 'policies' },
  'cases.actions': { label: '做了什么', help: '一行一件，短句。' },
  'cases.results': { label: '结果（数字）', help: '一个数字一条，写明哪一年、哪个出处。' },
  'results.note': { label: '口径', help: '例如：全镇的数。' },
  'cases.people': { label: '负责的人', help: '报道写了名字才写。' },
  'people.name': { label: '姓名' },
  'people.role': { label: '职务' },
  'cases.related': { label: '有关的案例', refersTo: 'cases' },

  'sources.title': { label: '题名' },
  'sources.outlet': { label: '谁登的、谁发的' },
  'sources.date': { label: '日期', help: '写成 2025、2025-05 或 2025-05-23；没有日期不填。' },
  'sources.kind': { label: '种类', options: sourceKinds },
  'sources.url': { label: '网址', help: '这一篇的网址，不是网站首页；没有不填。' },
  'sources.author': { label: '署名', help: '署了名才写。' },
  'sources.note': { label: '读者该知道的' },
  'sources.find': { label: '怎么找到', help: '一句话；没有网址的必须写。' },
  'sources.copy': { label: '看的是哪一份', options: sourceCopies },
  'sources.titleUnverified': { label: '题名是本站拟的，没有核对' },

  'clauses.label': { label: '条款的写法', help: '例如 三(八)。' },
  'clauses.heading': { label: '小标题' },
  'clauses.gist': { label: '要点', help: '用自己的话。', long: true },
  'clauses.leads': { label: '牵头单位', refersTo: 'units' },
  'clauses.deadline': { label: '期限', help: '这一条写了到什么时候的才写。' },
  'clauses.terms': { label: '用词', help: '这一条里的名称和说法，一行一个。' },
  'glossary.term': { label: '名词' },
  'glossary.plain': { label: '平常话怎么说', long: true },
  'targets.title': { label: '目标' },
  'targets.value': { label: '文件里的数字', help: '目标是「全部」「全覆盖」的空着。' },
  'targets.scope': { label: '范围' },
  'targets.deadline': { label: '期限' },
  'targets.outcome': { label: '查到的结果', long: true },
  'targets.outcomeStatus': {
    label: '结果查到没有',
    options: {
      known: { label: '查到同样口径的' },
      partial: { label: '查到的不能直接比' },
      unknown: { label: '没有查到' },
    },
  },
  'targets.outcomeAsOf': { label: '结果是哪一年的' },
  'targets.caution': { label: '要小心的地方', long: true },
  'targets.census': { label: '画在下面的普查人数' },
  'census.place': { label: '地方', refersTo: 'places' },
  'census.fact': { label: '那里的哪条事实（编号）' },
  'census.name': { label: '统计上的名称' },
  'everydayWords.synonyms': { label: '大家怎么说', help: '一行一个短词，二到六个字最好。' },
  'everydayWords.term': { label: '正式叫法' },
  'everydayWords.pages': { label: '去哪一页', help: '最贴切的放在前面。', refersTo: 'address' },
  'everydayWords.instead': { label: '本站没有的，告诉读者什么', long: true },
  'diagramLines.members': { label: '线上有谁' },
  'diagramLines.points': { label: '线经过的点' },
  'diagramLines.labelAt': { label: '名称写在哪里' },
  'diagramStations.id': { label: '地方', refersTo: 'places' },
  'diagramStations.at': { label: '位置', help: '横、纵；整张图宽 1060、高 780。' },
  'diagramStations.label': {
    label: '文字写在',
    options: { right: { label: '右边' }, below: { label: '下面' }, above: { label: '上面' } },
  },
  'unknownStatus.id': { label: '编号', help: '「没查到的」一页上那一行的编号。' },
  'unknownStatus.asked': { label: '哪天申请的' },
  'unknownStatus.answered': { label: '哪天答复的' },

  'roles.family': { label: '哪一种角色', options: roleFamilies },
  'roles.label': { label: '角色的名称' },
  'roles.clause': { label: '在哪一条说的', refersTo: 'clauses' },
  'roles.policy': { label: '讲它的导读', refersTo: 'policies' },
  'roles.letter': { label: '示意图上的一个字' },
  'roles.shape': {
    label: '示意图上的形状',
    options: {
      square: { label: '方' },
      circle: { label: '圆' },
      diamond: { label: '菱形' },
      flag: { label: '旗' },
      leaf: { label: '叶' },
      hexagon: { label: '六边形' },
      seal: { label: '印' },
    },
  },
  'roles.motif': {
    label: '页首的花纹',
    options: {
      ore: { label: '矿石' },
      twigs: { label: '枝条' },
      eaves: { label: '屋檐' },
      awnings: { label: '凉棚' },
      rice: { label: '稻' },
      roads: { label: '路' },
    },
  },
  'roles.hub': { label: '画成大站' },
  'roles.touristic': { label: '文件说是旅游的去处' },
  'counties.code': { label: '六位区划代码' },
  'levels.is': { label: '级别', options: { county: { label: '县一级' }, zone: { label: '不是行政区划' } } },
  'units.name': { label: '单位的全名' },
  'divisions.id': { label: '统计用区划代码', help: '县 6 位，乡镇街道 9 位。' },
  'divisions.name': { label: '名称' },

  'operator.name': { label: '主办单位', help: '没有的空着，不编；空着的不显示。' },
  'operator.contact': { label: '联系方式', help: '单位的电话、地址。' },
  'operator.email': { label: '单位邮箱' },
  'operator.siteIdCode': { label: '网站标识码', help: '只有政府网站有。' },
  'operator.icpNumber': { label: 'ICP备案号' },
  'operator.policeNumber': { label: '公安备案号', help: '照发给的写，连同号码。' },
  'operator.dataLicence': { label: '数据许可' },
  'operator.dataLicenceUrl': { label: '数据许可的网址' },
  'city.name': { label: '城市' },
  'city.province': { label: '省' },
  'city.bounds': { label: '大致的经纬度范围' },
  'bounds.south': { label: '南（北纬）' },
  'bounds.north': { label: '北（北纬）' },
  'bounds.west': { label: '西（东经）' },
  'bounds.east': { label: '东（东经）' },
  'city.divisionsOf': { label: '区划代码是哪一年的' },
  'city.site': { label: '网站' },
  'site.name': { label: '网站的名称' },
  'site.short': { label: '简称' },
  'site.description': { label: '网站是做什么的', long: true },
  'site.author': { label: '导读署的名' },
  'site.id': { label: '数据包的名字（字母）' },
  'document.title': { label: '文件的名称' },
  'document.issuer': { label: '发文单位' },
  'document.number': { label: '文号', help: '手头的文本没有就不写。' },
  'document.date': { label: '日期' },
  'document.targetYear': { label: '目标年份' },
  'document.clauses': { label: '页面要引的条款' },
  'clauses.publicity': { label: '讲宣传报道的', refersTo: 'clauses' },
  'clauses.pattern': { label: '讲总体布局的', refersTo: 'clauses' },
  'clauses.permit': { label: '讲居住证的', refersTo: 'clauses' },
  'clauses.example': { label: '用来举例的', refersTo: 'clauses' },
  'document.forAll': { label: '对所有镇都适用的部分', refersTo: 'clauses' },
  'document.permitPolicy': { label: '讲居住证的导读', refersTo: 'policies' },
  'words.home': { label: '首页的大标题' },
  'words.share': { label: '分享图上的话' },
  'words.keywords': { label: '网页标签里的关键词', help: '一行一个。' },
  'words.pattern': { label: '首页的布局图' },
  'pattern.heading': { label: '标题' },
  'words.places': { label: '镇村有哪几种' },
  'words.levels': { label: '镇村的层级' },
  'words.families': { label: '镇村目录每组怎么叫' },
  'families.type': { label: '按类型' },
  'families.cluster': { label: '按群' },
  'families.role': { label: '按别的角色' },
  'words.matrix': { label: '对照表的名称' },
  'words.matrixShort': { label: '对照表的简称' },
  'words.clusters': { label: '城镇群' },
  'clusters.about': { label: '介绍' },
  'words.permit': { label: '居住证' },
  'permit.lead': { label: '开头的话', long: true },
  'permit.poster': { label: '海报上的话' },
  'permit.figure': { label: '一个数字' },
  'words.permit.scope': { label: '权利的范围' },
  'scope.text': { label: '文字' },
  'scope.doc': { label: '法规', refersTo: 'docs' },

  'permit.where': { label: '到哪里办' },
  'permit.hotlines': { label: '热线', refersTo: 'hotlines' },
  'permit.basis': { label: '法规依据' },
  'basis.doc': { label: '法规', refersTo: 'docs' },
  'basis.article': { label: '第几条' },
  'permit.rules': { label: '规则', refersTo: 'rules' },
  'permit.needs': { label: '哪几件事', refersTo: 'needs' },
  'permit.need': { label: '属于哪件事', refersTo: 'needs' },
  'needs.title': { label: '事情', help: '最多七个字。' },
  'needs.urgent': { label: '等不得，要突出' },
  'questions.letter': { label: '网址里的字母' },
  'questions.short': { label: '简称' },
  'questions.text': { label: '问什么' },
  'questions.hint': { label: '提示' },
  'questions.why': { label: '为什么问' },
  'questions.travels': { label: '答案带到别的事情里' },
  'questions.options': { label: '选项' },
  'options.text': { label: '选项的话' },
  'options.short': { label: '能单独说的话' },
  'questions.groups': { label: '几个选项的合称' },
  'groups.of': { label: '哪几个选项（编号，一行一个）' },
  'groups.short': { label: '合称' },
  'decisions.when': { label: '条件' },
  'decisions.now': { label: '现在可能用得上', refersTo: 'entitlements' },
  'decisions.later': { label: '以后可能用得上', refersTo: 'entitlements' },
  'decisions.maybe': { label: '本地没查到，要先问', refersTo: 'entitlements' },
  'decisions.next': { label: '下一步', refersTo: 'steps' },
  'decisions.say': { label: '对读者说', long: true },
  'entitlements.name': { label: '权益' },
  'entitlements.permit': { label: '和居住证的关系', options: permitRoles },
  'entitlements.owed': { label: '是窗口该做到的' },
  'entitlements.conditions': { label: '题目没有问到的条件', help: '一行一条。' },
  'entitlements.gets': { label: '能得到什么', help: '一行一样。' },
  'permit.papers': { label: '带什么', help: '一行一样。' },
  'entitlements.papersBasis': { label: '材料是谁写的' },
  'entitlements.fee': { label: '收费' },
  'entitlements.time': { label: '多久' },
  'entitlements.asOfNote': { label: '日期的说明' },
  'entitlements.unknown': { label: '没有查到的', help: '一行一条。' },
  'rules.law': { label: '法规名称', help: '几份用「；」分开。' },
  'rules.article': { label: '第几条', help: '和法规一一对应，用「；」分开。' },
  'rules.appliesIf': { label: '什么时候适用', help: '一行一条。' },
  'rules.since': { label: '从哪天起' },
  'rules.until': { label: '到哪天止', help: '写日期，或 unknown。' },
  'steps.rank': { label: '次序', help: '越小越急。' },
  'steps.when': { label: '什么时候' },
  'hotlines.id': { label: '号码' },
  'hotlines.for': { label: '管什么' },
  'hotlines.hours': { label: '什么时间' },
  'permit.changes': { label: '规定的变化' },
  'changes.when': { label: '哪天' },
  'changes.what': { label: '变了什么', long: true },
  'edgeCases.case': { label: '什么情形' },
  'edgeCases.what': { label: '怎么办', long: true },
  'unknown.ask': { label: '向谁问、怎么问' },
  'docs.title': { label: '法规名称' },
  'docs.read': { label: '哪天看到文本的' },
  'scope.kind': { label: '哪一类', options: scopeKinds },
  'scope.article': { label: '第几条' },
  'scope.name': { label: '法规里的全名' },
  'audiences.heading': { label: '页面的标题' },
  'audiences.intro': { label: '开头的话', long: true },
  'audiences.duties': { label: '该做的' },
  'audiences.limits': { label: '不许做的' },
  'audiences.scope': { label: '列出六项服务、九项便利的全名' },
};

/** The label of a field by its path without places in lists: ['cases', 'results', 'note']. */
export function fieldLabel(path: readonly string[]): FieldLabel | undefined {
  for (let from = 0; from < path.length; from += 1) {
    // permit, rules, basis, doc: the words between may be left out.
    const found = fieldLabels[path.slice(from).join('.')];
    if (found) return found;
  }
  return path[0] === 'permit' ? fieldLabels[`permit.${path.at(-1) ?? ''}`] : undefined;
}
