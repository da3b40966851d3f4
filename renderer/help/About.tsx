import { useEffect, useState } from 'react'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { useBackend } from '../backend/backend-context.ts'

const HOSTS = { electron: '桌面程序', loopback: '这台电脑上的浏览器窗口', memory: '试用' } as const

/** What this program is, whose, and which version: what an administrator asks for first. */
export function About() {
  const backend = useBackend()
  const [host, setHost] = useState<CommandOutput<'host.info'> | null>(null)
  useEffect(() => {
    backend.call('host.info', {}).then(setHost, () => undefined)
  }, [backend])
  return (
    <div className="about">
      <img src="./favicon.svg" alt="" />
      <div>
        <h3>会备</h3>
        <p>离线准备一场巡察反馈会议的文稿。</p>
        <dl>
          <dt>版本</dt>
          <dd>{host?.version ?? '……'}</dd>
          <dt>运行方式</dt>
          <dd>{host ? HOSTS[host.kind] : '……'}</dd>
          <dt>许可</dt>
          <dd>木兰宽松许可证第 2 版；所用开源软件的许可证随程序附在 licences.txt 里</dd>
          <dt>网络</dt>
          <dd>不联网，不上传，不自动更新</dd>
        </dl>
        <p>示例里的青垣县、柳溪镇和所有人物都是虚构的。</p>
      </div>
    </div>
  )
}
