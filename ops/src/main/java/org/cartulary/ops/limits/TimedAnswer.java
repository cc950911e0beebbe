package org.cartulary.ops.limits;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;

/** An answer that may not be taken too slowly: it is written piece by piece, and the time of each is noted. */
final class TimedAnswer extends HttpServletResponseWrapper {

    private final ClientProperties limits;
    private ServletOutputStream stream;

    TimedAnswer(HttpServletResponse answer, ClientProperties limits) {
        super(answer);
        this.limits = limits;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) stream = new Pieces(super.getOutputStream(), new Speed(limits));
        return stream;
    }

    private static final class Pieces extends ServletOutputStream {

        private static final int SIZE = 16 * 1024;

        private final ServletOutputStream answer;
        private final Speed speed;

        Pieces(ServletOutputStream answer, Speed speed) {
            this.answer = answer;
            this.speed = speed;
        }

        @Override
        public void write(int one) throws IOException {
            answer.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length; done += SIZE) piece(bytes, from + done, Math.min(SIZE, length - done));
        }

        private void piece(byte[] bytes, int from, int length) throws IOException {
            long begin = System.nanoTime();
            answer.write(bytes, from, length);
            if (speed.isTooSlow(System.nanoTime() - begin, length)) throw tooSlow();
        }

        /** Tomcat closes the connection, and logs nothing. */
        private static ClientAbortException tooSlow() {
            return new ClientAbortException("the client takes the answer too slowly");
        }

        @Override
        public void flush() throws IOException {
            answer.flush();
        }

        @Override
        public void close() throws IOException {
            answer.close();
        }

        @Override
        public boolean isReady() {
            return answer.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            answer.setWriteListener(listener);
        }
    }
}
