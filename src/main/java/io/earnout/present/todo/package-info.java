/** What people have to do next about an agreement, who, by when, and which row to record: the one list that every view shows. */
package io.earnout.present.todo;
