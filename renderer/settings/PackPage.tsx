import { useRef, useState } from 'react'
import { Failure } from '../../shared/contract/failures.ts'
import { PAPER_KIND_NAMES, PAPER_KINDS, type PaperKind } from '../../shared/model/kinds.ts'
import { builtInPack } from '../../shared/packs/pack.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { toBase64 } from '../text/base64.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notice-store.ts'
import { useOfficePack } from '../ui/office-pack.ts'
import { Select } from '../ui/Select.tsx'
import { useStore } from '../ui/store.ts'
import { OwnTerms, OwnWords } from './OwnWords.tsx'
import { PointRow } from './PointRow.tsx'
import type { PackSession } from './pack-session.ts'
import { SettingsGroup } from './SettingsGroup.tsx'
import { SilencedRules } from './SilencedRules.tsx'
import type { SettingsSession } from './settings-session.ts'

interface PackPageProps {
  session: PackSession
  settings: SettingsSession
  /** Hands a file to the user; false when the user gave up. */
  onSaveFile(file: { fileName: string; bytes: string }): Promise<boolean>
}

/** 规则包: which one is in use, and what this office has different. A change is checked, kept and in force at once. */
export function PackPage({ session, settings, onSaveFile }: PackPageProps) {
  const pack = useOfficePack()
  const { imported, problem: unused, overrides } = useStore(session.store)
  const [kind, setKind] = useState<PaperKind>('speech')
  const [problem, setProblem] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const kinds = PAPER_KINDS.filter((one) => pack.points[one].length > 0)

  const run = (action: () => Promise<string | null>, lead = '没有保存：') => {
    setProblem(null)
    action().then(
      (said) => said && notify(said, { tone: 'good' }),
      (error) => setProblem(reason(error, lead)),
    )
  }
  /** What is wrong with a change, to be shown where it was made. */
  const change = (edit: Parameters<PackSession['change']>[0]): Promise<string | null> =>
    session.change(edit).then(
      () => null,
      (error) => reason(error, '没有保存：'),
    )
  const importFile = (file: File | undefined) => {
    if (!file) return
    run(async () => {
      const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
      const { name, version } = await session.importFile({ fileName: file.name, bytes })
      return `已改用“${name}”（${version}）。本单位的改动都还在。`
    }, `“${file.name}”没有导入，规则没有变：`)
    if (input.current) input.current.value = ''
  }

  return (
    <>
      {problem && (
        <p className="banner banner-bad" role="alert">
          {problem}
        </p>
      )}
      <SettingsGroup title="正在用的规则包" note="换规则包不会动本单位的改动">
        <dl className="pack-facts">
          <dt>名称</dt>
          <dd>{pack.name}</dd>
          <dt>版本</dt>
          <dd>{pack.version}</dd>
          <dt>来源</dt>
          <dd>
            {imported
              ? `从“${imported.fileName}”导入，${new Date(imported.on).toLocaleDateString('zh-CN')}`
              : '程序自带'}
            {imported && pack.version < builtInPack.version && `；程序自带的更新（${builtInPack.version}）`}
          </dd>
          {unused && (
            <>
              <dt>注意</dt>
              <dd>导入过的规则包这个版本读不了，先用自带的：{unused}</dd>
            </>
          )}
        </dl>
        <div className="pack-buttons">
          <Button onPress={() => input.current?.click()}>导入规则包…</Button>
          <Button
            onPress={() =>
              run(async () => ((await onSaveFile(await session.exportFile())) ? '规则包已导出。' : null), '没有导出：')
            }
          >
            导出规则包
          </Button>
          <Button
            onPress={() => {
              // Never disabled: the focus would be lost with the press.
              if (!imported && !unused) return notify('用的就是自带的规则包。')
              run(() => session.reset().then(() => '已恢复自带的规则包。本单位的改动都还在。'))
            }}
          >
            恢复自带
          </Button>
          <input
            ref={input}
            type="file"
            accept=".json,application/json"
            className="visually-hidden"
            tabIndex={-1}
            aria-label="规则包文件"
            onChange={(event) => importFile(event.target.files?.[0])}
          />
        </div>
      </SettingsGroup>

      <SettingsGroup title="要点" note="改级别，添本单位的说法">
        <Select
          label="哪种文稿"
          value={kind}
          options={kinds.map((id) => ({ id, label: PAPER_KIND_NAMES[id] }))}
          onChange={setKind}
        />
        <ul className="pack-points">
          {pack.points[kind].map((point) => (
            <PointRow
              key={`${kind}-${point.id}`}
              point={point}
              change={overrides.points[kind]?.[point.id]}
              onChange={(edited) =>
                change((now) => {
                  const { [point.id]: _before, ...others } = now.points[kind] ?? {}
                  const points = edited ? { ...others, [point.id]: edited } : others
                  return { ...now, points: { ...now.points, [kind]: points } }
                })
              }
            />
          ))}
        </ul>
      </SettingsGroup>

      <OwnWords words={overrides.words} onChange={(words) => change((now) => ({ ...now, words }))} />
      <OwnTerms terms={overrides.terms} onChange={(terms) => change((now) => ({ ...now, terms }))} />
      <SilencedRules session={settings} />
    </>
  )
}

/** The sentence of the failure that names the place says it all; what else can happen has its own. */
function reason(error: unknown, lead: string): string {
  const told = error instanceof Failure && error.code === 'invalid-input' && error.detail
  return told ? `${lead}${told}` : failureMessage(error)
}
