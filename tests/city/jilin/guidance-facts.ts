/** A fact of the guidance: the clause that says it, the pages that must say it too (every one), in one of these wordings. */
export interface GuidanceFact {
  clause: string;
  pages: readonly string[];
  anyOf: readonly string[];
}

/** Facts of one clause on one page; alternatives of a fact are parted by |. Written by hand from the guidance. */
function on(page: string, clause: string, ...facts: string[]): GuidanceFact[] {
  return facts.map((fact) => ({ clause, pages: [page], anyOf: fact.split('|') }));
}

const town = (clause: string, label: string, ids: string): GuidanceFact[] =>
  ids.split(' ').map((id) => ({ clause, pages: [`places/${id}`], anyOf: [label] }));

export const guidanceFacts: readonly GuidanceFact[] = [
  // 一(一) the aims
  ...on('policies/goals', '1-1', '2020年', '254.5万人', '144.5平方公里', '五个发展极', '三个城镇群', '多个特色镇'),
  ...on('policies/goals', '1-1', '增长极', '承载能力', '体制', '吉林特色', '五个县（市）|五个县市|五个县'),
  // 一(二) the principles
  ...on('policies/principles', '1-2-1', '点面结合', '统筹', '市民化|变成市民', '经验', '试点'),
  ...on('policies/principles', '1-2-2', '四化同步', '产业优先', '工业', '信息', '农业'),
  ...on('policies/principles', '1-2-3', '文化传承', '特色', '风貌', '历史', '民族'),
  ...on('policies/principles', '1-2-4', '市场主导', '政府引导', '规划', '公共服务', '环境'),
  // 二(一) the layout
  ...on('policies/layout', '2-1-1', '永吉', '舒兰', '磐石', '蛟河', '桦甸', '五个发展极'),
  ...on('policies/layout', '2-1-2', '半小时经济圈', '30公里', '一圈多点', '北部', '温泉'),
  ...on('policies/layout', '2-1-3', '六型|六种', '特色镇|特色小镇', '就地|本地|附近'),
  // 二(二) the five poles, each on the explainer and on its own page
  ...(
    [
      ['yongji', '汽车零部件', '装备', '新材料', '农业示范区'],
      ['shulan', '农', '医药', '装备', '矿产', '农业生态市'],
      ['panshi', '金属', '非金属', '医药', '产业基地'],
      ['jiaohe', '农业', '医药', '能源', '旅游', '商贸', '生态功能区'],
      ['huadian', '八道河子', '公吉', '医药', '新能源', '新材料', '旅游', '长白山'],
    ] as const
  ).flatMap(([id, ...facts]) =>
    facts.map((fact) => ({ clause: '2-2', pages: ['policies/poles', `places/${id}`], anyOf: [fact] })),
  ),
  ...on('places/badaohezi', '2-2', '重点开发|桦甸'),
  ...on('places/gongji', '2-2', '重点开发|桦甸'),
  // 二(三) the three clusters
  ...on('policies/clusters', '2-3-1', '一圈多点', '扩容|添地方|有地方扩', '为城市服务|为人服务|有人服务|服务'),
  ...on(
    'policies/clusters',
    '2-3-2',
    '孤店子',
    '桦皮厂',
    '新北',
    '经开西区',
    '双吉',
    '卫星',
    '半小时',
    '承接|承载',
    '交通',
  ),
  ...on('policies/clusters', '2-3-3', '岔路河', '万昌', '搜登站', '一拉溪', '大绥河', '长吉产业创新发展示范区|示范区'),
  ...on('policies/clusters', '2-3-3', '温泉', '现代农业|农业示范区', '长吉图', '试点'),
  ...on('clusters/ring', '2-1-2', '半小时经济圈', '30公里', '一圈多点'),
  ...on('clusters/north', '2-3-2', '北部', '卫星', '产业', '交通'),
  ...on('clusters/hotspring', '2-3-3', '温泉', '农业', '长吉图', '试点'),
  // 二(四) the six types: what each works with, on the explainer
  ...on(
    'policies/featured-towns',
    '2-4',
    '工业主导型',
    '生态旅游型',
    '历史文化型',
    '商贸流通型',
    '现代农业型',
    '交通枢纽型',
  ),
  ...on('policies/featured-towns', '2-4', '资源', '环境'),
  ...on('policies/featured-towns', '2-4-1', '冶金', '建材', '新材料', '农产品加工', '产业转移|转出来的产业|承接'),
  ...on('policies/featured-towns', '2-4-2', '温泉', '红叶', '活鱼', '溶洞', '冰雪', '乡村游', '户外'),
  ...on('policies/featured-towns', '2-4-3', '满族', '朝族|朝鲜族', '红色', '民俗'),
  ...on('policies/featured-towns', '2-4-4', '物流', '商贸中心', '近城区|离市区近|近'),
  ...on('policies/featured-towns', '2-4-5', '稻米', '木耳', '榛子', '林木', '珍禽', '地域标志|地域品牌|品牌'),
  ...on('policies/featured-towns', '2-4-6', '高速公路', '中部城市群', '烟筒山'),
  // and each place under its type
  ...town('2-4-1', '工业主导型', 'jinzhu chaluhe mingcheng hongqiling jiapigou tiangang'),
  ...town('2-4-2', '生态旅游型', 'beidahu gudianzi huapichang qingling soudengzhan dasuihe hongshilazi yantongshan'),
  ...town('2-4-3', '历史文化型', 'wulajie xiaobaishan chaoyangshan'),
  ...town('2-4-4', '商贸流通型', 'yuebei jiangbei'),
  ...town('2-4-5', '现代农业型', 'huangsongdian xinan xiyang wanchang pingan zuojia wangqi shangying'),
  ...town('2-4-6', '交通枢纽型', 'yantongshan'),
  ...town('2-1-2', '北部产业城镇群', 'gudianzi huapichang xinbei jingkaixi shuangji'),
  ...town(
    '2-1-2',
    '温泉、现代农业城镇群',
    'changji-zone chaluhe wanchang soudengzhan yilaxi dasuihe gudianzi huapichang',
  ),
  ...town('2-1-1', '发展极', 'yongji shulan panshi jiaohe huadian'),
  ...town('3-7', '名镇', 'wulajie xihe baiqi fate'),
  ...town('3-7', '名村', 'dahuangdi hantun'),
  ...town('3-9', '试点', 'jinzhu chaluhe mingcheng'),
  // 三(一) household registration and the residence permit
  ...on('policies/hukou', '3-1', '户籍', '举家|全家', '权利', '义务', '稳定'),
  ...on(
    'policies/residence-permit',
    '3-1',
    '居住证',
    '覆盖',
    '义务教育|上学',
    '就业服务|就业',
    '公共卫生|卫生',
    '计划生育',
  ),
  ...on('policies/residence-permit', '3-1', '文化体育|文体', '法律援助', '国家规定的其他'),
  // 三(二) infrastructure
  ...on(
    'policies/infrastructure',
    '3-2',
    '供水',
    '道路',
    '燃气',
    '供热',
    '网络',
    '分布式能源',
    '污水',
    '垃圾',
    '全覆盖',
    '重点镇',
  ),
  ...on('policies/infrastructure', '3-2', '学校|教育', '医院|医疗', '文化', '集中供热', '转运'),
  // 三(三) public services
  ...on('policies/public-services', '3-3', '随迁子女|孩子', '公办学校', '公办幼儿园|公办园|公办', '普惠'),
  ...on('policies/public-services', '3-3', '社区卫生', '计划生育|计生', '技能', '政府购买|政府出钱|购买培训', '租'),
  ...on(
    'policies/public-services',
    '3-3',
    '买房|购房',
    '养老',
    '医疗保险|医保',
    '异地',
    '低保',
    '常住人口|常住',
    '救助|低保',
  ),
  // 三(四) industry
  ...on(
    'policies/industry',
    '3-4',
    '园区',
    '招商',
    '产业集群|同行|集群',
    '上下游',
    '特色街区|街区',
    '物流',
    '旅游',
    '流通企业',
  ),
  ...on('policies/industry', '3-4', '民营', '创业', '人才|引来人', '资金|资本|钱', '技术', '产城融合|连成一体'),
  // 三(五) rural integration
  ...on(
    'policies/rural-integration',
    '3-5',
    '一二三产业|一二三产',
    '支点',
    '平台',
    '利益',
    '合作社',
    '家庭农场',
    '龙头企业',
  ),
  ...on('policies/rural-integration', '3-5', '社会资本|社会上的钱', '旅游', '教育', '文化', '养老', '产业链|连起来'),
  // 三(六) land
  ...on('policies/land', '3-6', '增减挂钩', '三区', '村庄整治', '确权', '承包', '宅基地', '集体收益分配权|收益分配'),
  ...on('policies/land', '3-6', '自愿', '有偿|补偿', '征收|征地', '入市', '抵押', '试点'),
  // 三(七) famous cities, towns and villages
  ...on(
    'policies/famous-places',
    '3-7',
    '乌拉街',
    '溪河',
    '白旗',
    '法特',
    '大荒地',
    '韩屯',
    '松花江',
    '城市品牌|自己的品牌',
  ),
  ...on('policies/famous-places', '3-7', '政策帽子', '历史文化', '名城', '名镇', '名村', '龙头|带头'),
  // 三(八) the environment
  ...on(
    'policies/environment',
    '3-8',
    '秸秆',
    '2万户',
    '8万户',
    '美丽庭院',
    '干净人家',
    '厕所革命',
    '因地制宜',
    '生态卫生厕所',
  ),
  ...on(
    'policies/environment',
    '3-8',
    '室内水冲厕所',
    '全部|都',
    '面源污染|农业污染',
    '炉灶|炉',
    '粪便',
    '六清',
    '乡愁',
    '绿色城镇',
  ),
  // 三(九) the pilot
  ...on(
    'policies/pilot',
    '3-9',
    '成本分担|成本',
    '投融资|钱从哪来',
    '多规合一',
    '三挂钩',
    '转移支付|财政',
    '建设用地',
    '落户',
  ),
  ...on('policies/pilot', '3-9', '金珠', '岔路河', '明城', '扩权', '权力|权', '责任|责', '可复制', '科学性'),
  // 四 how it is carried out
  ...on('policies/mechanism', '4-1', '领导小组', '联席会议', '十三五', '协调'),
  ...on('policies/mechanism', '4-2', '监督检查', '跟踪', '评估'),
  ...on('policies/mechanism', '4-3', '宣传', '新理念|新想法', '经验', '开发区', '典型|示范|带动'),
];
