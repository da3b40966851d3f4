import { Ellipsis, FileText, FileUp, Plus, Trash2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { Meeting } from '../../shared/contract/data.ts'
import { PAPER_KIND_NAMES, PAPER_KINDS, type PaperKind } from '../../shared/model/kinds.ts'
import { MenuButton } from '../ui/MenuButton.tsx'
import { useOfficePack } from '../ui/office-pack.ts'

interface PaperListProps {
  papers: Meeting['papers']
  current: string | null
  /** What stands behind the open paper: 必备缺 2. */
  remark: string
  onOpen(id: string): void
  onCreate(kind: PaperKind): void
  onImport(): void
  onRemove(id: string): void
}

/** 文稿 of the meeting. Two of a kind are told apart by their titles. */
export function PaperList({ papers, current, remark, onOpen, onCreate, onImport, onRemove }: PaperListProps) {
  const pack = useOfficePack()
  const kinds = PAPER_KINDS.filter((kind) => pack.templates.some((template) => template.paperKind === kind))
  const isTwin = (kind: PaperKind) => papers.filter((paper) => paper.kind === kind).length > 1
  return (
    <>
      <div className="pane-head">
        <h2>文稿</h2>
        <MenuButton
          label="添一份文稿"
          iconOnly
          look="quiet"
          icon={<Plus aria-hidden />}
          entries={[
            ...kinds.map((kind) => ({
              id: kind,
              label: PAPER_KIND_NAMES[kind],
              icon: <FileText aria-hidden />,
              run: () => onCreate(kind),
            })),
            {
              id: 'import',
              label: '从文件导入…',
              note: '.docx、.doc、.odt、.txt，也可以直接拖进窗口',
              icon: <FileUp aria-hidden />,
              startsGroup: true,
              run: onImport,
            },
          ]}
        />
      </div>
      <ul className="papers">
        {papers.map((paper) => (
          <li key={paper.id} className="paper-entry" data-current={paper.id === current ? '' : undefined}>
            <AriaButton
              className="paper-open"
              aria-current={paper.id === current ? 'page' : undefined}
              onPress={() => onOpen(paper.id)}
            >
              <span>{PAPER_KIND_NAMES[paper.kind]}</span>
              {isTwin(paper.kind) && <small>{paper.title}</small>}
              {paper.id === current && remark && <small>{remark}</small>}
            </AriaButton>
            <MenuButton
              label={`${PAPER_KIND_NAMES[paper.kind]}：更多`}
              iconOnly
              look="quiet"
              icon={<Ellipsis aria-hidden />}
              entries={[
                {
                  id: 'remove',
                  label: '移走这份文稿',
                  icon: <Trash2 aria-hidden />,
                  isDangerous: true,
                  run: () => onRemove(paper.id),
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
