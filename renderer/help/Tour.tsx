import { useEffect, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { readDevice, writeDevice } from '../ui/device-storage.ts'

/** One step: what it points to ([data-tour] in the page) and what it says. */
export interface TourStep {
  target: string
  title: string
  text: string
  /** Called when the step is reached, so that what it points to is on the screen. */
  enter?(): void
}

const KEY = 'tour'

export const wasTourSeen = (): boolean => readDevice(KEY) === 'seen'
export const markTourSeen = (): boolean => writeDevice(KEY, 'seen')

interface TourProps {
  steps: readonly TourStep[]
  onEnd(): void
}

/** A card that goes from place to place and lights each up. It takes nothing away: one can work on beside it. */
export function Tour({ steps, onEnd }: TourProps) {
  const [at, setAt] = useState(0)
  const step = steps[at]

  useEffect(() => {
    step?.enter?.()
    const frame = requestAnimationFrame(() => {
      for (const element of document.querySelectorAll('[data-tour-lit]')) element.removeAttribute('data-tour-lit')
      const target = document.querySelector(`[data-tour="${step?.target}"]`)
      target?.setAttribute('data-tour-lit', '')
      target?.scrollIntoView({ block: 'nearest' })
    })
    return () => {
      cancelAnimationFrame(frame)
      for (const element of document.querySelectorAll('[data-tour-lit]')) element.removeAttribute('data-tour-lit')
    }
  }, [step])

  if (!step) return null
  const end = () => {
    markTourSeen()
    onEnd()
  }
  const isLast = at === steps.length - 1
  return (
    <aside
      className="tour"
      aria-label="引导"
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && end()}
    >
      <p className="tour-count">
        {at + 1} / {steps.length}
      </p>
      <div aria-live="polite">
        <h2>{step.title}</h2>
        <p>{step.text}</p>
      </div>
      <div className="tour-tools">
        {!isLast && (
          <Button look="quiet" onPress={end}>
            不看了
          </Button>
        )}
        {at > 0 && <Button onPress={() => setAt(at - 1)}>上一步</Button>}
        <Button look="primary" autoFocus onPress={() => (isLast ? end() : setAt(at + 1))}>
          {isLast ? '开始用' : '下一步'}
        </Button>
      </div>
    </aside>
  )
}
