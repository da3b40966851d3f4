import { CircleAlert, CircleCheck, EyeOff, FileDown, FileType, Printer, TriangleAlert } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { Range } from '../../shared/text/sentences.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { DeliveryCheck, DeliveryItem } from './delivery-check.ts'
import { DELIVERY_GROUPS } from './delivery-record.ts'

interface DeliverySheetProps {
  check: DeliveryCheck
  /** What the user was about to do: 导出 Word; null when only the check was asked for. */
  purpose: string | null
  onJump(range: Range): void
  /** Wants the list on paper. */
  onPrint(): void
  /** Wants the list as a file. */
  onKeep(): void
  onGoOn(): void
  onClose(): void
}

const LOOKS = {
  blocking: { icon: CircleAlert, tone: 'bad' },
  lookAt: { icon: TriangleAlert, tone: 'care' },
  page: { icon: FileType, tone: 'soft' },
  waved: { icon: EyeOff, tone: 'soft' },
} as const

/** 交稿检查: what stands in the way, before a paper leaves the house. The user may go on all the same. */
export function DeliverySheet({ check, purpose, onJump, onPrint, onKeep, onGoOn, onClose }: DeliverySheetProps) {
  const clear = check.blocking.length === 0
  const nothing = clear && check.lookAt.length === 0
  return (
    <Dialog
      title="交稿检查"
      onClose={onClose}
      footer={
        <>
          <p className="dialog-foot-note">
            {purpose && !nothing ? '可以照样继续；检查结果会和这一版一起留在“版本”里。' : ''}
          </p>
          <Button look={clear ? 'plain' : 'primary'} onPress={onClose}>
            {nothing && !purpose ? '好' : '回去改'}
          </Button>
          {purpose && (
            <Button look={clear ? 'primary' : 'plain'} onPress={onGoOn}>
              {clear ? purpose : `照样${purpose}`}
            </Button>
          )}
        </>
      }
    >
      {nothing && (
        <div className="empty">
          <CircleCheck aria-hidden />
          <p>没有发现遗漏。姓名、职务和数字请再对一遍底稿。</p>
        </div>
      )}
      {DELIVERY_GROUPS.map(({ id, name }) => (
        <Group key={id} title={name} {...LOOKS[id]} items={check[id]} onJump={onJump} />
      ))}
      <div className="delivery-keep">
        <Button size="small" look="quiet" icon={<Printer aria-hidden />} onPress={onPrint}>
          打印检查单
        </Button>
        <Button size="small" look="quiet" icon={<FileDown aria-hidden />} onPress={onKeep}>
          存成文本
        </Button>
      </div>
    </Dialog>
  )
}

interface GroupProps {
  title: string
  icon: typeof CircleAlert
  tone: 'bad' | 'care' | 'soft'
  items: readonly DeliveryItem[]
  onJump(range: Range): void
}

function Group({ title, icon: Icon, tone, items, onJump }: GroupProps) {
  if (items.length === 0) return null
  return (
    <section className={`delivery delivery-${tone}`}>
      <h3>
        <Icon aria-hidden />
        {title}
        <small>{items.length} 项</small>
      </h3>
      <ul>
        {items.map((item) => (
          <li key={`${item.text}-${item.range?.start ?? ''}`}>
            <span>
              {item.text}
              {item.note && <small>{item.note}</small>}
            </span>
            {item.range && (
              <AriaButton
                className="button-link"
                aria-label={`去看：${item.text}`}
                onPress={() => item.range && onJump(item.range)}
              >
                去看
              </AriaButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
