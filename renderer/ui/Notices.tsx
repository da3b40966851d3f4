import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { Button, IconButton } from './Button.tsx'
import { dismiss, notices } from './notice-store.ts'
import { useStore } from './store.ts'

const ICONS = { news: Info, good: CircleCheck, bad: CircleAlert }

/** The place where notices appear; said to screen readers without moving the focus. */
export function Notices() {
  const shown = useStore(notices)
  return (
    <section className="notices" aria-live="polite" aria-label="提示">
      {shown.map((notice) => {
        const Icon = ICONS[notice.tone]
        return (
          <div key={notice.id} className={`notice notice-${notice.tone}`}>
            <Icon aria-hidden />
            <p>{notice.text}</p>
            {notice.action && (
              <Button
                size="small"
                look="quiet"
                onPress={() => {
                  notice.action?.run()
                  dismiss(notice.id)
                }}
              >
                {notice.action.label}
              </Button>
            )}
            <IconButton label="知道了" icon={<X aria-hidden />} onPress={() => dismiss(notice.id)} />
          </div>
        )
      })}
    </section>
  )
}
