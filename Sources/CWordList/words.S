/* The lexicon's bytes, part of the program: nothing is read at its start. */
.section .rodata
.global banxin_words
.balign 8
banxin_words:
/* Builds follow this source, not the file: sha256 890952c303ca1fb60a25941a1fa81ce377465330f284f04b2607a5d9e38671ab */
.incbin "words.bin"
.section .note.GNU-stack,"",%progbits
