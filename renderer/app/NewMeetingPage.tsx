import { ArrowLeft, Check } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import type { Meeting } from '../../shared/contract/data.ts'
import { PAPER_KIND_NAMES, PAPER_KINDS, type PaperKind } from '../../shared/model/kinds.ts'
import type { FactValues } from '../../shared/model/meeting.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { FactsForm } from '../facts/FactsForm.tsx'
import { newRow, RosterEditor, type RosterRow } from '../facts/RosterEditor.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { notify } from '../ui/notice-store.ts'
import { useOfficePack } from '../ui/office-pack.ts'
import { TextField } from '../ui/TextField.tsx'
import { newMeetingInput, proposedTitle } from './new-meeting.ts'

const PAPER_NOTES: Record<PaperKind, string> = {
  speech: '领导在反馈会议上的讲话，按政治站位、后半篇文章、责任链条搭好提纲',
  response: '被巡察党组织主要负责人的表态',
  'host-script': '主持人用，随议程走',
  feedback: '巡察组的反馈意见',
  agenda: '会议的议程',
}

interface NewMeetingPageProps {
  settings: Settings
  onCancel(): void
  onCreated(meeting: Meeting): void
}

/** 新建会议: one screen, nothing compulsory; what is filled in stands in the papers at once. */
export function NewMeetingPage({ settings, onCancel, onCreated }: NewMeetingPageProps) {
  const backend = useBackend()
  const pack = useOfficePack()
  const [title, setTitle] = useState('')
  const [facts, setFacts] = useState<FactValues>({})
  const [rows, setRows] = useState<RosterRow[]>(() => [newRow(), newRow(), newRow()])
  const [papers, setPapers] = useState<readonly PaperKind[]>(['speech'])
  const [busy, setBusy] = useState(false)

  const context = useMemo(
    () => ({
      definitions: pack.facts,
      values: facts,
      people: rows.filter((row) => row.name).map((row) => ({ ...row, id: row.key })),
      settings,
    }),
    [pack, facts, rows, settings],
  )

  const kinds = PAPER_KINDS.filter((kind) => pack.templates.some((template) => template.paperKind === kind))

  const create = async () => {
    setBusy(true)
    try {
      onCreated(await backend.call('meeting.create', newMeetingInput({ title, facts, rows, papers })))
    } catch (error) {
      notify(failureMessage(error), { tone: 'bad' })
      setBusy(false)
    }
  }

  return (
    <main className="new-meeting">
      <header className="new-meeting-head">
        <IconButton label="回到会议列表" icon={<ArrowLeft aria-hidden />} onPress={onCancel} />
        <div>
          <h1>新建会议</h1>
          <p>知道多少填多少，没填的在文稿里显示为【名称】，以后随时补；改一处，各文稿一起变。</p>
        </div>
        <Button look="primary" icon={<Check aria-hidden />} isDisabled={busy} onPress={() => void create()}>
          建好，开始写
        </Button>
      </header>
      <div className="new-meeting-body">
        <section className="new-meeting-top">
          <TextField
            label="会议名称（列表里用）"
            value={title}
            placeholder={proposedTitle(facts)}
            maxLength={200}
            autoFocus
            onInput={setTitle}
          />
          <fieldset className="new-meeting-papers">
            <legend className="field-label">要写哪些文稿</legend>
            {kinds.map((kind) => (
              <Checkbox
                key={kind}
                className="check"
                isSelected={papers.includes(kind)}
                onChange={(on) => setPapers(on ? [...papers, kind] : papers.filter((paper) => paper !== kind))}
              >
                <span className="check-box">{papers.includes(kind) && <Check aria-hidden />}</span>
                <span>
                  {PAPER_KIND_NAMES[kind]}
                  <small>{PAPER_NOTES[kind]}</small>
                </span>
              </Checkbox>
            ))}
          </fieldset>
        </section>
        <section aria-label="人员名册">
          <h2 className="group-title">
            人员名册
            <small>按职务高低排；文稿里的姓名、职务都和它核对</small>
          </h2>
          <RosterEditor rows={rows} onChange={setRows} />
        </section>
        <FactsForm context={context} onChange={(key, value) => setFacts((now) => ({ ...now, [key]: value }))} />
      </div>
    </main>
  )
}
