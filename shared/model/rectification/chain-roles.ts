import { z } from 'zod'

/**
 * What a rung of 责任链条 stands for. body: 党委主体责任; first: 书记第一责任人; member: 班子成员分管;
 * supervision, coordination, department: 监督、统筹、职能部门; leader: 上级分管（联系）领导.
 */
export const RUNG_ROLES = ['body', 'first', 'member', 'supervision', 'coordination', 'department', 'leader'] as const
export type RungRole = (typeof RUNG_ROLES)[number]

export const ROLE_NAMES: Record<RungRole, string> = {
  body: '党委主体责任',
  first: '书记第一责任人',
  member: '班子成员分管',
  supervision: '纪检、组织监督',
  coordination: '巡察办统筹督促',
  department: '职能部门共治',
  leader: '县领导督促',
}

const rungTemplate = z.object({
  role: z.enum(RUNG_ROLES),
  title: z.string().trim().min(1).max(40),
  duty: z.string().trim().max(500),
})
export type RungTemplate = z.infer<typeof rungTemplate>

const DUTIES: [RungRole, string][] = [
  ['leader', '协调解决本级解决不了的困难'],
  ['body', '定期研究整改，逐项推动'],
  ['first', '牵头整改，最难的问题自己领'],
  ['member', '分管领域的问题自己认领、自己推动'],
  ['supervision', '日常监督，到现场核查'],
  ['coordination', '统筹协调、跟踪督促'],
]

/** From which rungs a new chain is made, in their order; the office's own where it has changed it. */
export const chainTemplateSchema = z
  .array(rungTemplate)
  .min(1)
  .max(20)
  .default(DUTIES.map(([role, duty]) => ({ role, title: ROLE_NAMES[role], duty })))
