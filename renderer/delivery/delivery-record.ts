import type { Handout } from '../../shared/model/handouts/handout.ts'
import type { DeliveryCheck, DeliveryItem } from './delivery-check.ts'

/** The parts of a 交稿检查, in the order in which they are read. */
export const DELIVERY_GROUPS = [
  { id: 'blocking', name: '必须处理' },
  { id: 'lookAt', name: '要看一眼' },
  { id: 'page', name: '版面和字体' },
  { id: 'waved', name: '已放行' },
] as const satisfies readonly { id: keyof DeliveryCheck; name: string }[]

interface Record {
  /** Of the paper. */
  title: string
  /** When it was checked: 2026年3月18日 14:03. */
  at: string
}

const NOTHING = '没有发现遗漏。'

const groupsOf = (check: DeliveryCheck): { name: string; items: readonly DeliveryItem[] }[] =>
  DELIVERY_GROUPS.map(({ id, name }) => ({ name, items: check[id] })).filter(({ items }) => items.length > 0)

/** The check as a sheet to be printed, ticked off and put with the draft. */
export function deliveryHandout(check: DeliveryCheck, { title, at }: Record): Handout {
  const groups = groupsOf(check)
  return {
    kind: 'checklist',
    title: '交稿检查单',
    landscape: false,
    lines: [`文稿：${title}`, `检查时间：${at}`],
    table: {
      columns: [
        { label: '类别', width: 3, align: 'centre' },
        { label: '内容', width: 9, align: 'left' },
        { label: '依据或理由', width: 5, align: 'left' },
        { label: '已处理', width: 2, align: 'centre' },
      ],
      rows:
        groups.length > 0
          ? groups.flatMap(({ name, items }) => items.map(({ text, note }) => [name, text, note ?? '', '']))
          : [[NOTHING]],
      merged: { columns: 1, spans: groups.length > 0 ? groups.map(({ items }) => items.length) : [1] },
      rowHeight: 9,
      size: 12,
    },
    cards: [],
    notes: ['核稿人：　　　　　　　　　　日期：'],
  }
}

/** The same as plain text, to be kept with the draft. */
export function deliveryText(check: DeliveryCheck, { title, at }: Record): string {
  const groups = groupsOf(check).map(({ name, items }) =>
    [
      `【${name}】${items.length} 项`,
      ...items.map(({ text, note }, index) => `${index + 1}. ${text}${note ? `（${note}）` : ''}`),
    ].join('\n'),
  )
  return [`交稿检查单\n文稿：${title}\n检查时间：${at}`, ...(groups.length > 0 ? groups : [NOTHING])].join('\n\n')
}
