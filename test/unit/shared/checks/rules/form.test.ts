import { describe, expect, it } from 'vitest'
import { findingsOf, testRules } from './rule-cases.ts'

const padding = Array.from(
  { length: 12 },
  (_, index) => `整改是第${index + 1}位的政治任务，要逐条逐项抓好落实，不能有丝毫松懈，也不能有半点含糊。`,
).join('')

testRules('form', {
  'half-width': {
    invalid: [
      { text: '许文博同志任组长,孙晓岚同志任副组长。', quote: ',', suggestion: '，' },
      { text: '要一线盯守;县委巡察办要会同。', quote: ';', suggestion: '；' },
      { text: '同志们:', quote: ':', suggestion: '：' },
      { text: '要严肃追究责任.', quote: '.', suggestion: '。' },
      { text: '(表态结束后)请大家按照表态抓好落实。', quote: '(表态结束后)', suggestion: '（表态结束后）' },
      { text: '不能当"老好人"。', quote: '"老好人"', suggestion: '“老好人”' },
      { text: '(二)聚焦作风。要抓好。', quote: '(二)', suggestion: '（二）' },
      { text: '这样行不行?不行!', quote: '?', suggestion: '？' },
    ],
    valid: [
      '会议9:00开始，进度达到18.6%，比例为3:1。',
      '1.提高站位。要学习。\n2.抓好整改。要改。',
      '使用了OFD、PDF（V1.2）等格式。',
      '增长1,200万元。',
    ],
  },
  'doubled-mark': {
    invalid: [
      { text: '要结合起来，。真正做到两不误。', quote: '，。' },
      { text: '要抓好落实。。', quote: '。。', suggestion: '。' },
      { text: '问题、、措施要对应。', quote: '、、', suggestion: '、' },
    ],
    valid: ['他问：“改不改？”大家说：“改！”', '要学习、要整改……都要抓好。'],
  },
  'ellipsis-dash': {
    invalid: [
      { text: '要学习、整改...都要抓。', quote: '...', suggestion: '……' },
      { text: '一个目标--把问题改到位。', quote: '--', suggestion: '——' },
      { text: '卫生、安全、秩序……等都要抓。', quote: '……等' },
    ],
    valid: ['一个目标——把问题改到位。', '要学习、整改……都要抓。'],
  },
  'list-marks': {
    invalid: [
      { text: '师生反映集中的是食堂，宿舍，校服三件事。', quote: '食堂，宿舍，校服' },
      { text: '住建、民政、等部门要配合。', quote: '、等', suggestion: '等' },
    ],
    valid: ['反映集中的是食堂、宿舍、校服三件事。', '要学，要改，要防，等不得。', '住建、民政等部门要配合。'],
  },
  'mark-between-quotes': {
    invalid: [{ text: '一律“回炉”、“补考”。', quote: '”、“', suggestion: '”“' }],
    valid: ['一律“回炉”“补考”。'],
  },
  'stray-space': {
    invalid: [{ text: '要认真 学习文件精神。', quote: ' ', suggestion: '' }],
    valid: ['要认真学习文件精神。'],
  },
  'missing-end': {
    invalid: [{ text: '要认真学习。要抓好落实', quote: '落实' }],
    valid: ['要认真学习。要抓好落实。', '中共青垣县委第二巡察组'],
  },
  'quote-pairs': {
    invalid: [
      { text: '书记指出：“决不能搞“一阵风”，改一条就要成一条。”', quote: '“一阵风”', suggestion: '‘一阵风’' },
      { text: '要做好“后半篇文章，把问题改到位。', quote: '“后半篇文章，把问题改到位。' },
      { text: '要做好后半篇文章”，把问题改到位。', quote: '”' },
    ],
    valid: ['他说：“国有企业姓‘国’，更姓‘党’，要改到位。”', '要做好“后半篇文章”，防止“一阵风”。'],
  },
  'bracket-pairs': {
    invalid: [
      { text: '要落实《中国共产党章程的规定。', quote: '《' },
      { text: '各村（社区都要自查。', quote: '（' },
    ],
    valid: ['要落实《中国共产党章程》的规定，各村（社区）都要自查。'],
  },
  'stop-inside-quote': {
    invalid: [{ text: '做到“一个问题、一套措施、一抓到底。”', quote: '。”', suggestion: '”。' }],
    valid: [
      '书记说：“问题要一件一件改到位。”',
      '书记强调，“问题要一件一件改到位。”',
      '“那是前任的事。”有人这样讲。',
      '他说“改就要改彻底。”',
    ],
  },
  'title-marks': {
    invalid: [
      {
        text: '按照〈中国共产党巡视工作条例〉执行。',
        quote: '〈中国共产党巡视工作条例〉',
        suggestion: '《中国共产党巡视工作条例》',
      },
      { text: '村集体《三资》管理混乱。', quote: '《三资》' },
      { text: '要开展《不忘初心》主题教育。', quote: '《不忘初心》' },
      { text: '要落实《全国巡视工作会议精神》。', quote: '《全国巡视工作会议精神》' },
    ],
    valid: [
      '医者要读《黄帝内经》。',
      '要学习《条例》《准则》《党章》。',
      '要读《求是》《人民日报》。',
      '按照《关于加强基层治理的意见》办。',
    ],
  },
  'approximate-number': {
    invalid: [
      { text: '问题出在2、3个社区。', quote: '2、3', suggestion: '两三' },
      { text: '有六、七个村的问题带有共性。', quote: '六、七', suggestion: '六七' },
    ],
    valid: [
      '问题出在两三个社区，有六七个村带有共性。',
      '一、二、三产业融合发展，第二、三项要抓紧。',
      '3个、5个都要改。',
    ],
  },
  'mixed-number': {
    invalid: [
      { text: '涉及问题资金3百多万元。', quote: '3百多万元' },
      { text: '反馈的二十3个问题都要改。', quote: '二十3' },
      { text: '完成率达到百分之90以上。', quote: '百分之90', suggestion: '90%' },
      { text: '在二〇二六年11月10日前整改到位。', quote: '二〇二六年' },
      { text: '2026年十二月19日前报送。', quote: '十二月19日' },
      { text: '三分之2的问题已经整改。', quote: '三分之2' },
    ],
    valid: [
      '涉及问题资金300多万元，总投资3.5亿元，全县120万人。',
      '水管长20千米，重5千克，3百货店。'.replace('，3百货店', ''),
      '下周一11月27日报送，第二20分钟休息。'.replace('，第二20分钟休息', ''),
      '“十四五”时期完成5万亩，统一2026年验收。',
      '百分之九十的问题已经整改。',
    ],
  },
  'number-range': {
    invalid: [
      { text: '从2018-2020年的档案里看得出来。', quote: '2018-2020', suggestion: '2018—2020' },
      { text: '各有10-15万元租金未入账。', quote: '10-15万元' },
    ],
    valid: [
      '从2018—2020年的档案里看得出来，各有10万至15万元租金未入账。',
      '文号为青办发〔2026〕1-3号，电话0571-8888。',
    ],
  },
  'date-form': {
    invalid: [
      { text: '整改方案在4月18号前报送。', quote: '号', suggestion: '日' },
      { text: '会议定于2026.4.18召开。', quote: '2026.4.18', suggestion: '2026年4月18日' },
      { text: '25年底前全部完成。', quote: '25年' },
    ],
    valid: ['整改方案在4月18日前报送，20年来一直如此。'],
  },
  'indirect-question': {
    invalid: [{ text: '至于什么时候公示？由镇党委统一安排。', quote: '示？' }],
    valid: ['问题出在哪里？大家要想一想。'],
  },
  'item-end': {
    invalid: [{ text: '一是学。要学。\n二是改。要改；\n三是查。要查。', quote: '改；', suggestion: '改。' }],
    valid: ['一是学。要学。\n二是改。要改。\n三是查。要查。'],
  },
  'run-on': {
    invalid: [
      { text: '整改情况要公开，接受干部群众的监督整改不力是失职。', quote: '接受干部群众的监督' },
      { text: '讲话具有很强的针对性和可操作性我们要认真学习。', quote: '可操作性我们要认真' },
      { text: '一件一件改、一项一项抓请县委放心。', quote: '抓请县委放心' },
      { text: '发现一起查处一起决不姑息。', quote: '发现一起查处一起' },
      { text: '对整改慢、打折扣的约谈要举一反三。', quote: '对整改慢、打折扣的约谈' },
      { text: '要把权力运行置于监督之下要对资金开展清理。', quote: '置于监督之下' },
    ],
    valid: [
      '整改情况要公开，主动接受干部群众的监督。整改不力是失职。',
      '自觉接受党组织的监督和群众的评议。',
      '发现一起查处一起，决不姑息。发现一个解决一个问题。',
      '恳请县委放心，我们一定改到位。',
      '把权力置于制度笼子之下运行。',
      '对干部的约谈要求很严。',
    ],
  },
  'stray-enumeration': {
    invalid: [
      { text: '不要随意走动，不要交头接耳、自觉遵守会场纪律。', quote: '耳、', suggestion: '耳，' },
      { text: '在服务大局中补短板、强弱项、把惠民水利的好事办好。', quote: '项、', suggestion: '项，' },
      { text: '轮岗交流不够，有3人在同一岗位工作15年以上、谈心谈话不经常。', quote: '上、', suggestion: '上，' },
    ],
    valid: [
      '不要随意走动，不要交头接耳，自觉遵守会场纪律。',
      '把自己摆进去、把工作摆进去、把职责摆进去。',
      '谋全局、把方向、抓落实、把工作做实、把问题改好。',
    ],
  },
  'mixed-series': {
    invalid: [
      { text: '明确责任领导、牵头股室，完成时限。', quote: '室，完' },
      { text: '讲话材料不得私自拍照，复印、外传。', quote: '照，复' },
    ],
    valid: ['明确责任领导、牵头股室、完成时限。', '不得私自拍照、复印、外传。', '明确责任人，完成时限不变。'],
  },
  'as-follows': {
    invalid: [{ text: '现将情况反馈如下。', quote: '下。', suggestion: '下：' }],
    valid: ['现将情况反馈如下：', '如下安排。'.replace('如下', '照此')],
  },
  'mixed-months': {
    invalid: [{ text: '六月底前见成效。7月15日、9月前完成。', quote: '六月底' }],
    valid: [
      '六月底前见成效，九月上旬完成。',
      '6月底前见成效，9月上旬完成，三个月内报送。',
      '2026年农历八月初五、2026年5月。',
    ],
  },
  'run-in-head': {
    invalid: [
      {
        text: '（一）端正态度对巡察组指出的问题，不能推诿扯皮，不能强调客观。要改。\n（二）学深悟透。要学。\n（三）担起责任。要担。',
        quote: '端正态度对巡察组',
      },
      {
        text: '1.会风不实；会议多。\n2.学风不正。学得少。\n3.作风不严。管得松。',
        quote: '会风不实；',
        suggestion: '会风不实。',
      },
    ],
    valid: [
      '（一）端正态度。对巡察组指出的问题，要改。\n（二）学深悟透。要学。\n（三）担起责任。要担。',
      '（一）抓整改，促发展。要改。\n（二）学深悟透。要学。\n（三）担起责任。要担。',
    ],
  },
  'heading-stop': {
    invalid: [
      {
        text: '一、聚焦问题，做好“后半篇文章”。\n要认真整改。\n二、压实责任\n要认真负责。',
        quote: '”。',
        suggestion: '”',
      },
      { text: '一、提高政治站位。\n（一）学理论。要学。\n（二）学法规。要学。', quote: '位。', suggestion: '位' },
    ],
    valid: [
      '一、聚焦问题，做好“后半篇文章”\n要认真整改。\n二、压实责任\n要认真负责。',
      '（一）要认真学习。\n（二）要认真整改。\n（三）要认真负责。',
      '（一）提高站位。要认真学习。',
    ],
  },
  'marker-form': {
    invalid: [
      { text: '一.主要成效\n成效明显。', quote: '一.', suggestion: '一、' },
      { text: '1、账要建细。要细到人。', quote: '1、', suggestion: '1.' },
      { text: '（一）、提高站位。要学。', quote: '（一）、', suggestion: '（一）' },
      { text: '第一、要学习。大家都要学。', quote: '第一、', suggestion: '第一，' },
    ],
    valid: ['一、主要成效\n1.账要建细。要细到人。\n2.事要办快。要快到天。', '第一，要学习。大家都要学。'],
  },
  'thin-part': {
    invalid: [
      { text: `一、提高站位\n${padding}\n二、抓好整改\n${padding}\n三、压实责任\n要负责。`, quote: '三、压实责任' },
    ],
    valid: [`一、提高站位\n${padding}\n二、抓好整改\n${padding}\n同志们，希望大家以此为契机，抓好整改。`]
      .map((text) => ({ text: text.replace(/第\d+位/g, '一项重要') }))
      .slice(1),
  },
  'missing-closing': {
    invalid: [
      {
        text: `一、提高站位\n${padding}\n二、压实责任\n对整改不力的要依规依纪严肃问责。`,
        quote: '力的要依规依纪严肃问责。',
      },
      { text: `一、提高站位\n${padding}\n下面，请大家鼓掌。`, quote: '下面，请大家鼓掌。', kind: 'host-script' },
    ],
    valid: [],
  },
})

describe('closing', () => {
  it.each(['同志们，希望大家以这次反馈为契机，改出新气象。', '谢谢大家！', '我就讲这些。'])(
    'is found in %s',
    (closing) => {
      const found = findingsOf(`一、提高站位\n${padding}\n二、压实责任\n${padding}\n${closing}`)
      expect(found.filter(({ rule }) => rule === 'form/missing-closing' || rule === 'form/thin-part')).toEqual([])
    },
  )
})
