import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'

interface FaultBoundaryProps {
  children: ReactNode
}

/** Stands in for a screen that broke: says what is kept, and the way back. Without it the window would be empty. */
export class FaultBoundary extends Component<FaultBoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <main className="lone-message">
        <h1>这个窗口出了差错</h1>
        <p role="alert">文稿在出错之前都已自动保存，最多缺最后一秒输入的字。请重新打开窗口，接着写。</p>
        <Button look="primary" autoFocus onPress={() => window.location.reload()}>
          重新打开窗口
        </Button>
      </main>
    )
  }
}
