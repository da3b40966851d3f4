/**
 * The named styles of an exported paper: id → name as Word shows it. The built-in ones carry their own names so that
 * outline and navigation work; ours begin with 会备, so that an exported paper is known again when it comes back.
 */
export const PARAGRAPH_STYLES = {
  Title: 'Title',
  HuibeiDate: '会备日期',
  HuibeiSpeaker: '会备署名',
  HuibeiNote: '会备题注',
  HuibeiSalutation: '会备称谓',
  HuibeiBody: '会备正文',
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  Heading3: 'heading 3',
  Heading4: 'heading 4',
  HuibeiClosing: '会备结束语',
  Footer: 'footer',
} as const
export type ParagraphStyle = keyof typeof PARAGRAPH_STYLES

/** The named styles of a handout besides Title and Footer. */
export const HANDOUT_STYLES = {
  Title: 'Title',
  HuibeiHandoutLine: '会备材料说明',
  HuibeiTableHead: '会备表头',
  HuibeiTableCell: '会备表格',
  HuibeiHandoutNote: '会备材料附注',
  HuibeiNameCard: '会备桌签',
  Footer: 'footer',
} as const
export type HandoutStyle = keyof typeof HANDOUT_STYLES

/** Character styles without any look; they say where a heading's marker comes from. */
export const MARKER_STYLES = {
  HuibeiCounted: '会备序号',
  HuibeiRestarted: '会备重起序号',
  HuibeiFixed: '会备原有序号',
} as const
export type MarkerStyle = keyof typeof MARKER_STYLES

/** A line break the program put into a long title; it is no part of the text. */
export const TITLE_BREAK_STYLE = { id: 'HuibeiTitleBreak', name: '会备自动换行' } as const

/** A date whose brackets the office does not want to see; they come back with the text. */
export const BARE_DATE_STYLE = { id: 'HuibeiBareDate', name: '会备去括号' } as const

/** How long the speech has lasted by here, in a lectern copy; no part of the text either. */
export const TIME_MARK_STYLE = { id: 'HuibeiTimeMark', name: '会备时间记号' } as const

/** The custom document property that says which version of a paper a file was exported from. */
export const VERSION_PROPERTY = '会备版本'
