import type { Pillar, PointLevel, PointResult, Quote, Severity } from '../../shared/checks/types.ts'
import { PAPER_KIND_NAMES } from '../../shared/model/kinds.ts'
import { formatDate } from '../../shared/text/dates.ts'
import type { CheckedPaper } from './check-command.ts'

const quote = ({ text, start, end }: Quote): Quote => ({ text, start, end })

/** The object of `check --json`. Its fields are a promise to scripts: fields are added, never changed. */
export function reportJson({ version, file, kind, date, title, text, report }: CheckedPaper) {
  return {
    version,
    file,
    kind,
    date,
    title,
    text,
    characters: report.characters,
    minutes: report.minutes,
    outline: report.outline.map(({ level, marker, text, start, end }) => ({ level, marker, text, start, end })),
    placeholders: report.placeholders.map(quote),
    points: report.points.map(({ id, pillar, title, level, state, lacking, evidence }) => ({
      id,
      pillar,
      title,
      level,
      state,
      ...(lacking === undefined ? {} : { lacking }),
      evidence: evidence.map(quote),
    })),
    findings: report.findings.map(({ rule, family, severity, message, text, start, end, suggestion, source }) => ({
      rule,
      family,
      severity,
      message,
      text,
      start,
      end,
      ...(suggestion === undefined ? {} : { suggestion }),
      source,
    })),
  }
}

const PILLARS: Record<Pillar, string> = {
  opening: '开头',
  standing: '政治站位',
  'second-half': '巡察“后半篇文章”',
  chain: '责任链条',
  closing: '结尾',
}
const LEVELS: Record<PointLevel, string> = { required: '必备', expected: '应有', optional: '可选' }
const SEVERITIES: Record<Severity, string> = { error: '错误', warning: '提醒', hint: '建议' }
const STATES: Record<PointResult['state'], string> = { covered: '已写到', weak: '写得不够', missing: '未写' }

/** The report for a reader. Paragraphs are counted from 1, the title included. */
export function reportText(checked: CheckedPaper): string {
  const { report, text } = checked
  const paragraph = (offset: number) => text.slice(0, offset).split('\n').length
  const place = ({ text: words, start }: Quote) => `第 ${paragraph(start)} 段“${shorten(words)}”`
  return [
    `文稿：${checked.file}`,
    `类型：${PAPER_KIND_NAMES[checked.kind]}（${checked.kindBy}）`,
    `标题：${checked.title || '（没有标题）'}`,
    `日期：${formatDate(checked.date)}（${checked.dateBy}）`,
    `篇幅：${report.characters} 字，约 ${report.minutes.min}—${report.minutes.max} 分钟`,
    ...section(
      '提纲',
      report.outline.map(({ level, marker, text }) => `${'　'.repeat(level - 1)}${marker}${text}`),
    ),
    ...section(`要点（${countPoints(report.points)}）`, pointLines(report.points)),
    ...section(`待填（${report.placeholders.length} 处）`, report.placeholders.map(place)),
    ...section(
      `校核（${report.findings.length} 处）`,
      report.findings.map((finding) => {
        const fix = finding.suggestion === undefined ? '' : `建议改为“${finding.suggestion}”。`
        return `[${SEVERITIES[finding.severity]}] ${place(finding)}：${finding.message}${fix}（${finding.source}）`
      }),
    ),
  ].join('\n')
}

function section(heading: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)]
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 30 ? `${line.slice(0, 29)}…` : line
}

function countPoints(points: readonly PointResult[]): string {
  return (['required', 'expected'] as const)
    .map((level) => {
      const ofLevel = points.filter((point) => point.level === level)
      return `${LEVELS[level]} ${ofLevel.length} 项，写到 ${ofLevel.filter((point) => point.state === 'covered').length} 项`
    })
    .join('；')
}

/** Group by group; what is optional and not there is nobody's concern. */
function pointLines(points: readonly PointResult[]): string[] {
  return (Object.keys(PILLARS) as Pillar[]).flatMap((pillar) => {
    const shown = points.filter(
      (point) => point.pillar === pillar && (point.level !== 'optional' || point.state !== 'missing'),
    )
    return shown.length === 0 ? [] : [PILLARS[pillar], ...shown.map((point) => `  ${pointLine(point)}`)]
  })
}

function pointLine({ id, title, level, state, lacking }: PointResult): string {
  return `${STATES[state]}　${LEVELS[level]}　${id} ${title}${lacking ? `：${lacking}` : ''}`
}
