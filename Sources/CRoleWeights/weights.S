/* The second reader's weights, part of the program: nothing is read at its start. */
.section .rodata
.global banxin_roles
.balign 8
banxin_roles:
.incbin "roles.bin"
.section .note.GNU-stack,"",%progbits
