/*
 * lang: messages in the reader's language
 *
 * The source is written in English; a catalogue that GNU gettext compiled
 * (LANGUAGE/LC_MESSAGES/wengao.mo) holds what it says in another language. It
 * is read here and not by the C library, whose gettext() translates nothing
 * unless the locale that is asked for was generated on the machine. Nothing
 * but messages depends on the locale: setlocale() is never called.
 */
#ifndef LANG_H
#define LANG_H

/* Has texts in the language that LANGUAGE, LC_ALL, LC_MESSAGES or LANG asks for
 * where there is a catalogue of it, in a folder that is found from the
 * program's own, argv[0], which must stay. Later calls do nothing. */
void lang_begin(const char *argv0);
/* What an English text, of a message or its format, is in the reader's
 * language, or the text itself; it lasts as long as that. Any thread may ask.
 */
const char *lang_text(const char *english) __attribute__((format_arg(1)));

/* A text of one word for the catalogues, which take any of more by itself. */
#define LANG_WORD(text) text

#endif
