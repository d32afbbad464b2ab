import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, Space, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useI18n } from '../../i18n'

/** The API takes no more. */
const longestQuestion = 500

/** It keeps the focus after a search, for the next words; so does the one of another page that follows with `autoFocus`. */
export function SearchBox(props: { value?: string; placeholder: string; onSearch: (q: string) => void; size?: 'large'; autoFocus?: boolean }) {
  const { t } = useI18n()
  const [text, setText] = useState(props.value ?? '')
  const input = useRef<InputRef>(null)
  useEffect(() => setText(props.value ?? ''), [props.value])
  return (
    <form
      role="search"
      className="search-box"
      onSubmit={event => {
        event.preventDefault()
        props.onSearch(text.trim())
        input.current?.focus({ preventScroll: true })
      }}
    >
      <Space.Compact block size={props.size}>
        <Input
          ref={input}
          type="search"
          autoFocus={props.autoFocus}
          name="q"
          allowClear
          maxLength={longestQuestion}
          value={text}
          placeholder={props.placeholder}
          aria-label={props.placeholder}
          onChange={event => setText(event.target.value)}
        />
        <Button type="primary" htmlType="submit" icon={<SearchOutlined />}>{t('search.go')}</Button>
      </Space.Compact>
    </form>
  )
}
