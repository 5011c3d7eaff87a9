/** A notice was written or read. It wakes the bell on open screens; nothing reacts to it. */
export const noticeWritten = 'NoticeWritten';
