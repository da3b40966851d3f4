import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './Button.tsx'
import { useLostEscape } from './use-lost-escape.ts'

interface DialogProps {
  title: string
  /** How much room it needs: a question, a form, or a sheet as high as the window. */
  size?: 'question' | 'form' | 'sheet'
  /** Asks for an answer: neither Esc nor a click beside it closes it. */
  mustAnswer?: boolean
  onClose(): void
  footer?: ReactNode
  children: ReactNode
}

/** A dialog in front of everything; the focus stays inside and goes back where it was. */
export function Dialog({ title, size = 'form', mustAnswer = false, onClose, footer, children }: DialogProps) {
  useLostEscape(!mustAnswer, onClose)
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
      className="veil"
    >
      <Modal className={`dialog dialog-${size}`}>
        <AriaDialog className="dialog-body" role={mustAnswer ? 'alertdialog' : 'dialog'}>
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            {!mustAnswer && <IconButton label="关闭" shortcut="Esc" icon={<X aria-hidden />} onPress={onClose} />}
          </header>
          {size === 'sheet' ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a text to read on; the arrow keys must be able to scroll it
            <section className="dialog-content" aria-label={title} tabIndex={0}>
              {children}
            </section>
          ) : (
            <div className="dialog-content">{children}</div>
          )}
          {footer && <footer className="dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
