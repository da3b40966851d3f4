import type { SearchHit, SimilarPassages } from '../../shared/contract/search-commands.ts'

export const HIT_KINDS: Record<SearchHit['kind'], string> = {
  meeting: '会议',
  unit: '单位',
  person: '人员',
  paper: '文稿',
  document: '素材',
  paragraph: '文稿',
  problem: '台账',
  line: '素材',
}

type Place = Pick<SearchHit, 'source' | 'meetingTitle' | 'title'>

/** 柳溪镇反馈会议 · 在反馈会议上的讲话; 素材《旧稿》. */
export function placeText({ source, meetingTitle, title }: Place): string {
  if (source === 'document') return `素材《${title}》`
  if (source === 'meeting') return meetingTitle || title
  return [meetingTitle, title].filter(Boolean).join(' · ')
}

/** 12%, 不到 1%. */
export function shareText({ shared, characters }: Pick<SimilarPassages, 'shared' | 'characters'>): string {
  const share = characters === 0 ? 0 : (100 * shared) / characters
  return share > 0 && share < 1 ? '不到 1%' : `${Math.round(share)}%`
}

/** A paragraph that somebody takes over, and where it stands. */
export type TakenPassage = Place & Pick<SearchHit, 'whole'>

/** What a passage is said to be taken from. */
export const sourceText = (place: Place): string => `摘自${placeText(place)}`
