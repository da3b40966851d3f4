import { z } from 'zod'
import { chainTemplateSchema } from './chain-roles.ts'

const word = z.string().trim().min(1).max(40)
const day = z.iso.date()

const frameworks = {
  四个落实: [
    '落实党的理论路线方针政策和党中央重大决策部署',
    '落实全面从严治党战略部署',
    '落实新时代党的组织路线',
    '落实巡视巡察、审计等监督发现问题整改',
  ],
  四个聚焦: [
    '聚焦党中央决策部署和县委要求在基层落实情况',
    '聚焦群众身边不正之风和腐败问题',
    '聚焦基层党组织和党员队伍建设',
    '聚焦监督发现问题整改和成果运用',
  ],
  三个聚焦: [
    '聚焦党中央决策部署和县委要求在基层落实情况',
    '聚焦群众身边不正之风和腐败问题',
    '聚焦基层党组织和党员队伍建设',
  ],
  '党的领导、党的建设、全面从严治党': ['党的领导', '党的建设', '全面从严治党'],
}

/** How a kind of measure sets its own last day. term: the office's term for rectification. */
const typeTerm = z.union([
  z.object({ amount: z.number().int().min(1).max(400), unit: z.enum(['day', 'workday', 'month']) }),
  z.enum(['term', 'none']),
])

const measureType = z.object({ name: word, term: typeTerm, isImmediate: z.boolean().default(false) })
const measureStatus = z.object({ name: word, kind: z.enum(['open', 'ongoing', 'done']) })

/**
 * 整改台账: the words and figures an office may want different. Kept with its settings; every field has a default,
 * taken from published rules where there are any (see docs/decisions/0030).
 */
export const officeRulesSchema = z.object({
  /** Categories of problems by the framework of the round. */
  frameworks: z.record(word, z.array(word).min(1).max(12)).default(frameworks),
  measureTypes: z
    .array(measureType)
    .min(1)
    .max(12)
    .default([
      { name: '立行立改', term: { amount: 15, unit: 'workday' }, isImmediate: true },
      { name: '限期整改', term: 'term', isImmediate: false },
      { name: '分阶段推进', term: 'term', isImmediate: false },
      { name: '长期坚持', term: 'none', isImmediate: false },
    ]),
  measureStatuses: z
    .array(measureStatus)
    .min(2)
    .max(12)
    .refine((all) => ['open', 'ongoing', 'done'].every((kind) => all.some((status) => status.kind === kind)))
    .default([
      { name: '未启动', kind: 'open' },
      { name: '整改中', kind: 'ongoing' },
      { name: '基本完成并持续推进', kind: 'ongoing' },
      { name: '已完成', kind: 'done' },
    ]),
  /** 销号: who confirms, one after the other. */
  closingSteps: z.array(word).min(1).max(8).default(['责任人填报', '责任领导审核', '整改领导小组审定', '巡察办审核']),
  /** 责任链条: what a new one is made of. */
  chain: chainTemplateSchema,
  /** Days off besides Saturdays and Sundays, and weekend days that are worked. */
  holidays: z.array(day).max(400).default([]),
  workingWeekends: z.array(day).max(400).default([]),
  /** Somebody with more open measures than this has too much. */
  mostMeasures: z.number().int().min(1).max(500).default(10),
  /** A measure under way without any change for so many days is stuck. */
  stuckDays: z.number().int().min(1).max(365).default(30),
  /** A measure whose last day is this near is shown as due soon. */
  soonDays: z.number().int().min(1).max(120).default(7),
  clueKinds: z
    .array(word)
    .min(1)
    .max(20)
    .default(['违反政治纪律', '违反组织纪律', '违反廉洁纪律', '违反群众纪律', '违反工作纪律', '违反生活纪律', '其他']),
  /** 线索处置方式 and 四种形态 are two different things and stay apart. */
  clueHandling: z.array(word).min(1).max(12).default(['谈话函询', '初步核实', '暂存待查', '予以了结']),
  clueForms: z.array(word).min(1).max(12).default(['第一种形态', '第二种形态', '第三种形态', '第四种形态']),
})

export type OfficeRules = z.infer<typeof officeRulesSchema>
export type MeasureKind = OfficeRules['measureStatuses'][number]['kind']

export const defaultOfficeRules: OfficeRules = officeRulesSchema.parse({})
