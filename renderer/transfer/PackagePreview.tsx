import { useEffect, useRef } from 'react'
import type { TransferPreview } from '../../shared/contract/transfer-commands.ts'
import { momentText } from '../text/format-time.ts'
import { CheckRow } from '../ui/CheckRow.tsx'
import { LINE_NAMES, STATE_NAMES, STATE_TONES } from './transfer-messages.ts'

interface PackagePreviewProps {
  preview: TransferPreview
  withClues: boolean
  withPack: boolean
  onClues(on: boolean): void
  onPack(on: boolean): void
}

const SUMMARIES: Record<TransferPreview['state'], string> = {
  new: '这台电脑上还没有这个会议，整个放进来。',
  same: '里面的内容这台电脑上都有了，没有要导入的。',
  changed: '这台电脑上有这个会议，两边写的会合到一起，哪边的都不丢。',
}

/** What an import would do, part by part. */
export function PackagePreview({ preview, withClues, withPack, onClues, onPack }: PackagePreviewProps) {
  const { title, madeBy, made, state, isRemoved, lines, hasClues, pack } = preview
  const conflicts = lines.reduce((sum, line) => sum + line.conflicts, 0)
  const place = useRef<HTMLElement>(null)
  // What had the focus, the password or the file, is behind it now.
  useEffect(() => place.current?.focus(), [])
  return (
    <section ref={place} className="transfer-preview" aria-label="文件里的会议" tabIndex={-1}>
      <h3>{title || '未命名会议'}</h3>
      <p className="transfer-made">
        {madeBy && `${madeBy}，`}做于 {momentText(made)}
      </p>
      <p>{SUMMARIES[state]}</p>
      {isRemoved && <p>这个会议在这台电脑的“最近移走”里，导入后会回到会议列表。</p>}
      {lines.length > 0 && (
        <table className="transfer-lines">
          <thead>
            <tr>
              <th scope="col">内容</th>
              <th scope="col">对照</th>
              <th scope="col">导入后</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.what} ${line.name}`} data-state={line.state}>
                <th scope="row">{line.name || LINE_NAMES[line.what]}</th>
                <td>
                  <span className={`tag ${STATE_TONES[line.state]}`}>{STATE_NAMES[line.state]}</span>
                </td>
                <td>
                  <div className="transfer-after">
                    {line.state === 'beside' ? '找不到两边共同的底稿，作为第二份文稿放进来' : line.detail || '不变'}
                    {line.conflicts > 0 && (
                      <span className="tag tag-care">{line.conflicts} 处两边改的不一样，先都留着</span>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {conflicts > 0 && (
        <p className="banner banner-care">
          有 {conflicts} 处两边改了同一个地方：文稿里先用这台电脑上的，对方的也留着，导入后逐处来定。
        </p>
      )}
      {hasClues && (
        <CheckRow isSelected={withClues} onChange={onClues}>
          用文件里的线索件数换掉这台电脑上的
        </CheckRow>
      )}
      {pack && (
        <CheckRow isSelected={withPack} onChange={onPack}>
          对方用的规则包“{pack.name}”（{pack.version}）也装上，换掉这台电脑正在用的
        </CheckRow>
      )}
    </section>
  )
}
