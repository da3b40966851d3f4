import { Download, FileDown, FileImage, Plus, Printer, RotateCcw, Send } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Person } from '../../shared/model/meeting.ts'
import type { Chain, Hole, Rung } from '../../shared/model/rectification/chain.ts'
import { chainPicture, pictureSvg } from '../../shared/model/rectification/chain-picture.ts'
import { ROLE_NAMES, RUNG_ROLES, type RungRole } from '../../shared/model/rectification/chain-roles.ts'
import type { Ledger } from '../../shared/model/rectification/ledger.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { toBase64 } from '../text/base64.ts'
import { Button } from '../ui/Button.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { notify } from '../ui/notice-store.ts'
import { pngOf, printPicture, svgUrl } from './picture-files.ts'
import { RungEditor } from './RungEditor.tsx'

interface ChainScreenProps {
  meetingId: string
  title: string
  chain: Chain
  ledger: Ledger
  holes: readonly Hole[]
  people: readonly Person[]
  rules: OfficeRules
  onSave(chain: Chain): void
  /** Back to what the facts and the roster give. */
  onReset(): void
  onFile(file: { fileName: string; bytes: string }): void
  onDuties(): void
  /** Writes what the chain says into the facts that papers show. */
  onFacts(): void
  onProblem(problemId: string): void
}

/** Holes listed; the rest is counted. */
const MOST_HOLES = 100

/** 责任链条: who answers for what, what is missing, and the picture of it. */
export function ChainScreen(props: ChainScreenProps) {
  const { meetingId, title, chain, ledger, holes, people, rules, onSave, onFile } = props
  const backend = useBackend()
  const [isEditing, setEditing] = useState(false)
  const picture = useMemo(() => chainPicture(chain, ledger, holes, rules, title), [chain, ledger, holes, rules, title])
  const svg = useMemo(() => pictureSvg(picture), [picture])

  const save = (ending: 'svg' | 'png' | 'docx') => async () => {
    try {
      if (ending === 'svg') return onFile({ fileName: `${title}.svg`, bytes: toBase64(new TextEncoder().encode(svg)) })
      const bytes = toBase64(await pngOf(svg, picture))
      if (ending === 'png') return onFile({ fileName: `${title}.png`, bytes })
      onFile(await backend.call('chain.docx', { meetingId, png: bytes, width: picture.width, height: picture.height }))
    } catch (error) {
      notify(failureMessage(error), { tone: 'bad' })
    }
  }
  const put = (rung: Rung) =>
    onSave({ ...chain, rungs: chain.rungs.map((other) => (other.id === rung.id ? rung : other)) })
  const move = (at: number, by: 1 | -1) => {
    const rungs = [...chain.rungs]
    const [rung] = rungs.splice(at, 1)
    if (rung) rungs.splice(at + by, 0, rung)
    onSave({ ...chain, rungs })
  }
  const add = (role: RungRole) =>
    onSave({
      ...chain,
      rungs: [
        ...chain.rungs,
        { id: crypto.randomUUID(), role, title: ROLE_NAMES[role], unit: '', person: '', field: '', duty: '' },
      ],
    })

  return (
    <div className="chain">
      <div className="sheet-head">
        <h2>责任链条</h2>
        <span className={`tag ${holes.length > 0 ? 'tag-bad' : 'tag-good'}`} role="status">
          {holes.length > 0 ? `还有${holes.length}处没有落实` : '已逐项落实'}
        </span>
        <Button size="small" onPress={() => setEditing(!isEditing)} aria-expanded={isEditing}>
          {isEditing ? '收起链条' : '改链条'}
        </Button>
        <Button size="small" icon={<Send aria-hidden />} onPress={props.onFacts}>
          写进会议要素
        </Button>
        <MenuButton
          label="导出"
          look="primary"
          icon={<Download aria-hidden />}
          entries={[
            { id: 'docx', label: 'Word（图）', icon: <FileDown aria-hidden />, run: () => void save('docx')() },
            { id: 'duties', label: 'Word（责任分工表）', icon: <FileDown aria-hidden />, run: props.onDuties },
            { id: 'png', label: 'PNG 图片', icon: <FileImage aria-hidden />, run: () => void save('png')() },
            { id: 'svg', label: 'SVG 图片', icon: <FileImage aria-hidden />, run: () => void save('svg')() },
            {
              id: 'print-a4',
              label: '打印到 A4',
              icon: <Printer aria-hidden />,
              startsGroup: true,
              run: () => void printPicture(svg, picture, 'A4'),
            },
            {
              id: 'print-a3',
              label: '打印到 A3',
              icon: <Printer aria-hidden />,
              run: () => void printPicture(svg, picture, 'A3'),
            },
          ]}
        />
      </div>
      {holes.length > 0 && (
        <ul className="chain-holes" aria-label="没有落实的地方">
          {holes.slice(0, MOST_HOLES).map((hole) => (
            <li key={`${hole.kind}${hole.message}`}>
              {hole.problemId ? (
                <button type="button" className="row-link" onClick={() => props.onProblem(hole.problemId ?? '')}>
                  {hole.message}
                </button>
              ) : (
                <button type="button" className="row-link" onClick={() => setEditing(true)}>
                  {hole.message}
                </button>
              )}
            </li>
          ))}
          {holes.length > MOST_HOLES && <li>……还有{holes.length - MOST_HOLES}处</li>}
        </ul>
      )}
      {isEditing && (
        <section className="rungs" aria-label="改链条">
          {chain.rungs.map((rung, index) => (
            <RungEditor
              key={rung.id}
              rung={rung}
              people={people}
              isFirst={index === 0}
              isLast={index === chain.rungs.length - 1}
              onChange={put}
              onMove={(by) => move(index, by)}
              onRemove={() => onSave({ ...chain, rungs: chain.rungs.filter(({ id }) => id !== rung.id) })}
            />
          ))}
          <div className="button-row">
            <MenuButton
              label="加一环"
              icon={<Plus aria-hidden />}
              entries={RUNG_ROLES.map((role) => ({ id: role, label: ROLE_NAMES[role], run: () => add(role) }))}
            />
            <Button look="quiet" icon={<RotateCcw aria-hidden />} onPress={props.onReset}>
              按会议要素和名册重排
            </Button>
          </div>
        </section>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so it must be reachable by keyboard */}
      <figure className="chain-picture" tabIndex={0} aria-label="责任链条图">
        <img
          src={svgUrl(svg)}
          alt={`${title}：${picture.boxes.map((box) => [box.title, ...box.lines].join(' ')).join('；')}`}
        />
      </figure>
    </div>
  )
}
