/** Mail in and out: the doors it comes through, how it is read, and how ours is sent. */
package pronto.channels.email;
