// Writes docs/rules.md and docs/pack-schema.json from the pack and the rules: npm run rules.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ruleName } from '../shared/checks/rule-names.ts'
import { rules } from '../shared/checks/rules/index-of-rules.ts'
import type { FindingFamily, PointLevel, Severity, SourceLevel } from '../shared/checks/types.ts'
import { PAPER_KIND_NAMES, PAPER_KINDS } from '../shared/model/kinds.ts'
import { builtInPack, packSchema } from '../shared/packs/pack.ts'
import type { PointDefinition, Wording } from '../shared/packs/points-section.ts'

const DOCS = join(import.meta.dirname, '../docs')
const LEVELS: Record<PointLevel, string> = { required: '必备', expected: '应有', optional: '可选' }
const SEVERITIES: Record<Severity, string> = { error: '差错', warning: '要看一眼', hint: '供参考' }
const SOURCES: Record<SourceLevel, string> = {
  standard: '国家标准',
  regulation: '党内法规',
  practice: '惯例',
  office: '本单位',
}
const FAMILIES: Record<FindingFamily, string> = {
  leftover: '残留',
  consistency: '前后一致',
  wording: '提法',
  language: '语言',
  form: '格式',
}

/** A table whose cells may hold strokes. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

const patternOf = (wording: Wording): string => (typeof wording === 'string' ? wording : wording.words)

function pointRow(point: PointDefinition): string[] {
  const lacking = [...point.weak, ...point.needs].map((one) => one.lacking).join(' ')
  const words = point.cover.map(patternOf).join('<br>')
  return [point.id, point.title, LEVELS[point.level], point.why, point.source, words, lacking || '—']
}

/** The whole of docs/rules.md. */
export function rulesDoc(): string {
  const kinds = PAPER_KINDS.filter((kind) => builtInPack.points[kind].length > 0)
  const groups = Object.entries(builtInPack.points.words).map(([name, words]) => [`〔${name}〕`, words.join('、')])
  return `${[
    '# 要点和校核项',
    `由规则包“${builtInPack.name}”（${builtInPack.version}）和校核项生成：\`npm run rules\`。不要手工改这份文件。`,
    '词的写法：`／` 分开不同的说法，`…` 中间最多隔十个字（`…20…` 最多隔二十个），`……` 同一句里后面出现，`＋` 同一句里都有、不分先后，`（甲／乙）` 任选一个，`〔名称〕` 用一组词里的任一个。',
    ...kinds.map((kind) => {
      const points = builtInPack.points[kind]
      const heads = ['编号', '要点', '级别', '为什么', '依据', '怎样算写到', '写得不够时说']
      return `## ${PAPER_KIND_NAMES[kind]}的要点（${points.length} 个）\n\n${table(heads, points.map(pointRow))}`
    }),
    `## 要点里的词组\n\n${table(['词组', '词'], groups)}`,
    `## 校核项（${rules.length} 个）`,
    ...Object.entries(FAMILIES).map(([family, name]) => {
      const rows = rules
        .filter((rule) => rule.family === family)
        .map((rule) => [
          `\`${rule.id}\``,
          ruleName(rule.id),
          SEVERITIES[rule.severity],
          SOURCES[rule.sourceLevel],
          rule.source,
        ])
      return `### ${name}（${rows.length} 个）\n\n${table(['编号', '说什么', '轻重', '来源', '依据'], rows)}`
    }),
  ].join('\n\n')}\n`
}

/** The whole of docs/pack-schema.json: what a pack file may hold. */
export function packSchemaDoc(): string {
  const schema = z.toJSONSchema(packSchema, { io: 'input', reused: 'ref' })
  return `${JSON.stringify({ title: '会备规则包', ...schema }, null, 2)}\n`
}

if (import.meta.main) {
  writeFileSync(join(DOCS, 'rules.md'), rulesDoc())
  writeFileSync(join(DOCS, 'pack-schema.json'), packSchemaDoc())
}
